/** Revokes manufacturers' certificates and tells what that stops. */
@NullMarked
package dev.muster.ejb.trust.revocation;

import org.jspecify.annotations.NullMarked;
