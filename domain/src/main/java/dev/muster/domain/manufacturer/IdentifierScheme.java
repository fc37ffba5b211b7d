package dev.muster.domain.manufacturer;

/**
 * The form of a manufacturer's unique identifiers. Chosen once: it cannot change while the manufacturer has
 * enrollments.
 */
public enum IdentifierScheme {
    /** International Mobile Equipment Identity, 3GPP TS 23.003 section 6.2.1. */
    IMEI("001017001000374"),
    /** EUI-48 or EUI-64, IEEE Std 802. */
    MAC("00-00-5E-00-53-01"),
    /** A serial number with a pattern of the manufacturer's own. */
    SERIAL("SN-0001"),
    /** Any printable text in one script. */
    ANY("SN-0001");

    private final String example;

    IdentifierScheme(String example) {
        this.example = example;
    }

    /**
     * An identifier of no device: a test IMEI, a MAC address of the documentation range (RFC 9542) or a plain number.
     */
    public String example() {
        return example;
    }
}
