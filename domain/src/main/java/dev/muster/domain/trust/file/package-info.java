/** PEM and PKCS #12 files, and the encryption of the platform's own private keys. */
@NullMarked
package dev.muster.domain.trust.file;

import org.jspecify.annotations.NullMarked;
