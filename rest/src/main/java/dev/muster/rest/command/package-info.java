/** Commands to devices, over HTTP. */
package dev.muster.rest.command;
