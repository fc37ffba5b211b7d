/** Certificates, roots and revocation lists over HTTP. */
package dev.muster.rest.trust;
