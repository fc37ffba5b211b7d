/** The proof of a device and what a proof is allowed to bring about. Pure functions of bytes, keys and time. */
package dev.muster.domain.provisioning;
