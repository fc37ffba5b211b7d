/** Issues the platform's certificates, and keeps its keys and revocation lists. */
package dev.muster.ejb.trust;
