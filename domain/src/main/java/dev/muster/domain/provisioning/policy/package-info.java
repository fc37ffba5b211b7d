/** Decides whether a proof is valid, for each form of proof. */
@NullMarked
package dev.muster.domain.provisioning.policy;

import org.jspecify.annotations.NullMarked;
