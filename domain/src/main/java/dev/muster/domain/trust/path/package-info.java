/** Checks the path of a certificate to the platform's root, and each certificate of it. */
package dev.muster.domain.trust.path;
