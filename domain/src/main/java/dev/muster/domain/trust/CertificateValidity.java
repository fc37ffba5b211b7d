package dev.muster.domain.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * From when until when a certificate holds, both ends included (RFC 5280 section 4.1.2.5). Chosen when the certificate
 * is made.
 *
 * @param notBefore whole seconds, as X.509 has no finer
 * @param notAfter whole seconds
 */
record CertificateValidity(Instant notBefore, Instant notAfter) {

    /**
     * The validity that begins now.
     *
     * @param days of 86,400 seconds, 1 to the profile's most
     * @throws CertificateRefusedException VALIDITY, where the days are outside the profile
     */
    static CertificateValidity from(Instant now, int days, CertificateProfile profile) {
        if (days < 1 || days > profile.maxDays()) {
            throw new CertificateRefusedException(
                    CertificateRefusedException.Reason.VALIDITY, "valid for 1 to " + profile.maxDays() + " days");
        }
        Instant notBefore = now.truncatedTo(ChronoUnit.SECONDS);
        return new CertificateValidity(notBefore, notBefore.plus(Duration.ofDays(days)));
    }

    /**
     * @throws CertificateRefusedException BEYOND_ISSUER, where the issuer begins later or ends earlier
     */
    void checkWithin(X509Certificate issuer) {
        if (notBefore.isBefore(issuer.getNotBefore().toInstant())
                || notAfter.isAfter(issuer.getNotAfter().toInstant())) {
            throw new CertificateRefusedException(
                    CertificateRefusedException.Reason.BEYOND_ISSUER,
                    "the platform's root is valid from " + issuer.getNotBefore().toInstant() + " to "
                            + issuer.getNotAfter().toInstant()
                            + ", and its certificates within that; choose fewer days");
        }
    }

    Date notBeforeDate() {
        return Date.from(notBefore);
    }

    Date notAfterDate() {
        return Date.from(notAfter);
    }
}
