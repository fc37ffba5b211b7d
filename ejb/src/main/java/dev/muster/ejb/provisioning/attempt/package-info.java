/** Keeps, lists and removes provisioning attempts. */
@NullMarked
package dev.muster.ejb.provisioning.attempt;

import org.jspecify.annotations.NullMarked;
