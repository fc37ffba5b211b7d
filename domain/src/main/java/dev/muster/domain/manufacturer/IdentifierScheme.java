package dev.muster.domain.manufacturer;

/** What a manufacturer calls unique. Chosen once: it cannot change while the manufacturer has enrollments. */
public enum IdentifierScheme {
    /** International Mobile Equipment Identity, 3GPP TS 23.003 section 6.2.1. */
    IMEI,
    /** EUI-48 or EUI-64, IEEE Std 802. */
    MAC,
    /** A serial number with a pattern of the manufacturer's own. */
    SERIAL,
    /** Any printable text in one script. */
    ANY
}
