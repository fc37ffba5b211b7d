/** Revokes manufacturers' certificates and tells what that stops. */
package dev.muster.ejb.trust.revocation;
