package dev.muster.rest.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The short name by which people compare certificates. */
final class Fingerprint {

    private Fingerprint() {}

    /** Hexadecimal, lower case, of the SHA-256 of a certificate's DER. */
    static String sha256(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
