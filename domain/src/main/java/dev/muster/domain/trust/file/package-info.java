/** PEM and PKCS #12 files, and the encryption of private keys in them. */
package dev.muster.domain.trust.file;
