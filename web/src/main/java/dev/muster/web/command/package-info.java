/** Commands on the page of a device. */
package dev.muster.web.command;
