/** Provisioning attempts, and how they are searched. */
@NullMarked
package dev.muster.domain.provisioning.attempt;

import org.jspecify.annotations.NullMarked;
