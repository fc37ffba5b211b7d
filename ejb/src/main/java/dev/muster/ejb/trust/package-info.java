/** Issues the platform's certificates, and keeps its keys and revocation lists. */
@NullMarked
package dev.muster.ejb.trust;

import org.jspecify.annotations.NullMarked;
