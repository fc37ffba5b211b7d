/** The endpoints at which a device proves itself. */
package dev.muster.rest.provisioning;
