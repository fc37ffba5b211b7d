/** Provision requests and their results: what a valid proof may do, and who approves a second proof. */
@NullMarked
package dev.muster.domain.provisioning;

import org.jspecify.annotations.NullMarked;
