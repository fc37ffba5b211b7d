/** Provisioning attempts, and how they are searched. */
package dev.muster.domain.provisioning.attempt;
