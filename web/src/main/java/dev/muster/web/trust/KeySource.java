package dev.muster.web.trust;

/** Where the key of a new certificate comes from. */
public enum KeySource {
    /** Muster makes it and shows it once. */
    HERE,
    /** The manufacturer has it and sends a certificate signing request. */
    CSR
}
