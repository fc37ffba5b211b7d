/** Second proofs that wait for a decision, and the permission to prove again, over HTTP. */
package dev.muster.rest.provisioning.approval;
