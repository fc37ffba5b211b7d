package dev.muster.domain.manufacturer;

/** What an identifier may look like: for people who have none at hand. */
public final class ExampleIdentifier {

    private ExampleIdentifier() {}

    /** Nobody's device: a test IMEI, a MAC address of the documentation range (RFC 9542), a plain number. */
    public static String of(IdentifierScheme scheme) {
        return switch (scheme) {
            case IMEI -> "001017001000374";
            case MAC -> "00-00-5E-00-53-01";
            case SERIAL, ANY -> "SN-0001";
        };
    }
}
