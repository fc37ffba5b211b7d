/** Provision requests and their results: what a valid proof may do. Pure functions of bytes, keys and time. */
package dev.muster.domain.provisioning;
