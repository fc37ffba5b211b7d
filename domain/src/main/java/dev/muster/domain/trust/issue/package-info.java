/** Issues certificates and revocation lists. */
@NullMarked
package dev.muster.domain.trust.issue;

import org.jspecify.annotations.NullMarked;
