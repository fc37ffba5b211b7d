/** Provision requests and their results: what a valid proof may do. Pure functions of bytes, keys and time. */
@NullMarked
package dev.muster.domain.provisioning;

import org.jspecify.annotations.NullMarked;
