package dev.muster.domain.trust.issue;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * The parts of an issued certificate that are stored.
 *
 * @param der the certificate, DER
 * @param publicKey its key, DER SubjectPublicKeyInfo
 * @param serialNumber hexadecimal, lower case
 * @param notBefore first instant of its validity
 * @param notAfter last instant of its validity
 */
public record IssuedX509(byte[] der, byte[] publicKey, String serialNumber, Instant notBefore, Instant notAfter) {

    public IssuedX509 {
        der = der.clone();
        publicKey = publicKey.clone();
    }

    public static IssuedX509 of(X509Certificate certificate) {
        try {
            return new IssuedX509(
                    certificate.getEncoded(),
                    certificate.getPublicKey().getEncoded(),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that was just issued cannot be encoded", e);
        }
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
