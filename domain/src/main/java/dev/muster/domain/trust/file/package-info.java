/** PEM and PKCS #12 files, and the encryption of private keys in them. */
@NullMarked
package dev.muster.domain.trust.file;

import org.jspecify.annotations.NullMarked;
