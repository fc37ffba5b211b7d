/** The certificates of manufacturers and devices, and their signing requests. Pure functions of bytes, keys and time. */
package dev.muster.domain.trust;
