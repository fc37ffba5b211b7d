/** Notices over HTTP. */
package dev.muster.rest.notice;
