/** Second proofs that wait for a manager's decision. */
@NullMarked
package dev.muster.ejb.provisioning.approval;

import org.jspecify.annotations.NullMarked;
