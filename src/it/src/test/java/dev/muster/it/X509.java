package dev.muster.it;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * A certificate as it is downloaded.
 *
 * @param pem as it came
 * @param certificate the same, read by the JDK
 */
record X509(String pem, X509Certificate certificate) {

    static X509 of(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            return new X509(pem, (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("not a certificate: " + pem, e);
        }
    }

    BigInteger serialNumber() {
        return certificate.getSerialNumber();
    }

    /** As openssl writes it in a list. */
    String serialNumberText() {
        String text = serialNumber().toString(16).toUpperCase(java.util.Locale.ROOT);
        return text.length() % 2 == 0 ? text : "0" + text;
    }

    /** The extension's bytes as Latin-1: its address is legible there. */
    String distributionPoint() {
        return new String(certificate.getExtensionValue("2.5.29.31"), StandardCharsets.ISO_8859_1);
    }
}
