package dev.muster.launcher.server.tls;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the identifiers of keys in a certificate (RFC 5280 sections 4.2.1.1 and 4.2.1.2). Empty if there is none in the
 * usual form.
 */
final class KeyIdentifier {

    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int KEY_IDENTIFIER = 0x80;
    private static final int HEADER = 2;
    private static final int LONGEST = 0x7f;

    private KeyIdentifier() {}

    static Optional<byte[]> of(X509Certificate certificate) {
        return value(certificate.getExtensionValue("2.5.29.14"))
                .filter(inner -> has(inner, OCTET_STRING))
                .map(KeyIdentifier::content);
    }

    static Optional<byte[]> ofIssuer(X509Certificate certificate) {
        return value(certificate.getExtensionValue("2.5.29.35"))
                .filter(inner -> has(inner, SEQUENCE))
                .map(KeyIdentifier::content)
                .filter(members -> has(members, KEY_IDENTIFIER))
                .map(KeyIdentifier::content);
    }

    private static Optional<byte[]> value(byte[] extension) {
        return Optional.ofNullable(extension)
                .filter(outer -> has(outer, OCTET_STRING))
                .map(KeyIdentifier::content);
    }

    /** Whether it begins with an element of that tag, whose length has one octet. */
    private static boolean has(byte[] der, int tag) {
        return der.length >= HEADER
                && (der[0] & 0xff) == tag
                && (der[1] & 0xff) <= LONGEST
                && der.length >= HEADER + der[1];
    }

    private static byte[] content(byte[] der) {
        return Arrays.copyOfRange(der, HEADER, HEADER + der[1]);
    }
}
