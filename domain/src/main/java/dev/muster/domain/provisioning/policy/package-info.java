/** Decides whether a proof is valid, for each form of proof. */
package dev.muster.domain.provisioning.policy;
