/** Devices: enrolled identities that have proved themselves. */
package dev.muster.domain.device;
