/** The certificate that the server shows, of the server root or the operator's own, and the files for TLS. */
package dev.muster.launcher.certificate;
