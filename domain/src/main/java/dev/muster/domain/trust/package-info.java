/** Keys, certificates and signatures: what the platform issues and how it is checked. Pure functions of bytes, keys and time. */
package dev.muster.domain.trust;
