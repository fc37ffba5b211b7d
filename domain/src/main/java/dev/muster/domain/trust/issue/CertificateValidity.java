package dev.muster.domain.trust.issue;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * The period in which a certificate is valid, with both ends (RFC 5280 section 4.1.2.5).
 *
 * @param notBefore in whole seconds, because X.509 has no fraction of a second
 * @param notAfter in whole seconds
 */
record CertificateValidity(Instant notBefore, Instant notAfter) {

    /** The same as for the times of proofs (protocol.md, Provision request). */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /**
     * The validity that begins now.
     *
     * @param days of 86,400 seconds, 1 to the maximum of the profile
     * @throws CertificateRefusedException VALIDITY, if the days are outside the profile
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
     * The part of the period in which the issuer is valid, too. It begins earlier by the time by which the clocks of
     * servers and devices may differ.
     *
     * @throws CertificateRefusedException BEYOND_ISSUER, if the issuer has expired
     */
    CertificateValidity clampedTo(X509Certificate issuer) {
        Instant earliest = issuer.getNotBefore().toInstant();
        Instant latest = issuer.getNotAfter().toInstant();
        if (notBefore.isAfter(latest)) {
            throw new CertificateRefusedException(
                    CertificateRefusedException.Reason.BEYOND_ISSUER, "the issuer was valid to " + latest);
        }
        Instant begin = notBefore.minus(CLOCKS_APART);
        return new CertificateValidity(
                begin.isBefore(earliest) ? earliest : begin, notAfter.isAfter(latest) ? latest : notAfter);
    }

    /**
     * @throws CertificateRefusedException BEYOND_ISSUER, if the issuer's validity begins later or ends earlier
     */
    void checkWithin(X509Certificate issuer) {
        if (notBefore.isBefore(issuer.getNotBefore().toInstant())
                || notAfter.isAfter(issuer.getNotAfter().toInstant())) {
            throw new CertificateRefusedException(
                    CertificateRefusedException.Reason.BEYOND_ISSUER,
                    "the platform's root is valid from " + issuer.getNotBefore().toInstant() + " to "
                            + issuer.getNotAfter().toInstant()
                            + ", and its certificates must be valid within that time; choose fewer days");
        }
    }

    Date notBeforeDate() {
        return Date.from(notBefore);
    }

    Date notAfterDate() {
        return Date.from(notAfter);
    }
}
