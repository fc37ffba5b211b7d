/** Second proofs that wait for a manager's decision. */
package dev.muster.ejb.provisioning.approval;
