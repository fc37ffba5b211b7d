package dev.muster.domain.trust.path;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One column of the table "Certificates" of protocol.md.
 *
 * @param constraints value of basicConstraints, DER in hexadecimal; so are the next two
 * @param extendedKeyUsage null for none, and so are the rest
 */
record ExpectedProfile(
        String constraints,
        String keyUsage,
        String extendedKeyUsage,
        Map<String, String> subject,
        Duration validity,
        boolean hasAuthorityKey,
        String crl,
        boolean hasServerNames) {

    static final Instant SECOND = Instant.parse("2026-03-01T10:20:30Z");
    static final String CRL = "https://muster.example/api/v1/pki/crl/1";
    static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWX27";

    private static final String KEY_CERT_SIGN_AND_CRL_SIGN = "03020106";
    private static final String DIGITAL_SIGNATURE = "03020780";
    private static final String CA_PATH_LEN_1 = "30060101ff020101";
    private static final String CA_PATH_LEN_0 = "30060101ff020100";
    private static final String NOT_CA = "3000";
    private static final String CLIENT_AUTH = "300a06082b06010505070302";
    private static final String DOCUMENT_SIGNING = "300a06082b06010505070324";
    private static final String SERVER_AUTH = "300a06082b06010505070301";

    static final String SERIAL_NUMBER = "2.5.4.5";
    private static final String ORGANIZATION = "2.5.4.10";
    private static final String COMMON_NAME = "2.5.4.3";

    private static final Map<String, String> OF_MANUFACTURER =
            Map.of(ORGANIZATION, "Acme", COMMON_NAME, "Tracker 7", SERIAL_NUMBER, ACCESS_KEY);

    static final ExpectedProfile PLATFORM_ROOT = new ExpectedProfile(
            CA_PATH_LEN_1,
            KEY_CERT_SIGN_AND_CRL_SIGN,
            null,
            Map.of(ORGANIZATION, "Muster", COMMON_NAME, "Muster root"),
            Duration.between(SECOND, Instant.parse("2046-03-01T10:20:30Z")),
            false,
            null,
            false);

    static final ExpectedProfile SERVER_ROOT = new ExpectedProfile(
            CA_PATH_LEN_0,
            KEY_CERT_SIGN_AND_CRL_SIGN,
            null,
            PLATFORM_ROOT.subject(),
            PLATFORM_ROOT.validity(),
            false,
            null,
            false);

    static final ExpectedProfile SERVER = new ExpectedProfile(
            NOT_CA,
            DIGITAL_SIGNATURE,
            SERVER_AUTH,
            Map.of(ORGANIZATION, "Muster", COMMON_NAME, "Server"),
            Duration.ofDays(397),
            true,
            null,
            true);

    static final ExpectedProfile ORGANIZATION_CA = new ExpectedProfile(
            CA_PATH_LEN_0,
            KEY_CERT_SIGN_AND_CRL_SIGN,
            null,
            Map.of(ORGANIZATION, "Fleet, Inc."),
            Duration.ofDays(3652),
            true,
            CRL,
            false);

    static final ExpectedProfile DEVICE = new ExpectedProfile(
            NOT_CA,
            DIGITAL_SIGNATURE,
            CLIENT_AUTH,
            Map.of(COMMON_NAME, "00-00-5E-00-53-01", SERIAL_NUMBER, "00-00-5E-00-53-01"),
            Duration.ofDays(365),
            true,
            CRL,
            false);

    static ExpectedProfile proof(int days) {
        return new ExpectedProfile(
                NOT_CA, DIGITAL_SIGNATURE, DOCUMENT_SIGNING, OF_MANUFACTURER, Duration.ofDays(days), true, CRL, false);
    }

    static ExpectedProfile deviceCa(int days) {
        return new ExpectedProfile(
                CA_PATH_LEN_0,
                KEY_CERT_SIGN_AND_CRL_SIGN,
                null,
                OF_MANUFACTURER,
                Duration.ofDays(days),
                true,
                CRL,
                false);
    }

    /** Whether this is an authority of a manufacturer or an organization, which has name constraints. */
    boolean isBelowRoot() {
        return constraints.equals(CA_PATH_LEN_0) && hasAuthorityKey;
    }
}
