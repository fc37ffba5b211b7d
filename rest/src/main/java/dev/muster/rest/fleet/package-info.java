/** Devices as their organization manages them, over HTTP: search, export, rotation, funnel and snippets. */
package dev.muster.rest.fleet;
