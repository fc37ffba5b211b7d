/** The pages of certificates, and the list of manufacturers with the number of theirs. */
package dev.muster.web.trust;
