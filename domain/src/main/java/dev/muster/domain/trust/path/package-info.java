/** Checks the path of a certificate to the platform's root, and each certificate of it. */
@NullMarked
package dev.muster.domain.trust.path;

import org.jspecify.annotations.NullMarked;
