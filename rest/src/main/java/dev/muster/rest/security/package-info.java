/** Who calls, and how much a device may ask for. */
package dev.muster.rest.security;
