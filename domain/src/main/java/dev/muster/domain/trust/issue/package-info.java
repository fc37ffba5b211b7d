/** Issues certificates and revocation lists. */
package dev.muster.domain.trust.issue;
