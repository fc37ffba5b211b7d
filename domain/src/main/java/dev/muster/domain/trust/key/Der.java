package dev.muster.domain.trust.key;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** Reads certificates as they are stored: DER, with nothing before or after. */
public final class Der {

    private Der() {}

    /**
     * Reads the only certificate in the bytes.
     *
     * @throws IllegalArgumentException if the bytes are anything else
     */
    public static X509Certificate certificate(byte[] der) {
        try {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                            .generateCertificate(new ByteArrayInputStream(der));
            if (certificate == null || !Arrays.equals(der, certificate.getEncoded())) {
                throw new IllegalArgumentException("not one certificate in DER");
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
