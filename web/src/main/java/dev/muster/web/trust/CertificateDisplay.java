package dev.muster.web.trust;

import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.RemainingValidity;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** The state of a certificate at this moment, in words. */
@Named
@ApplicationScoped
public class CertificateDisplay {

    @Inject
    private Clock clock;

    @Inject
    private Texts texts;

    public CertificateStatus status(ManufacturerCertificate certificate) {
        return certificate.status(clock.instant());
    }

    public boolean isRevoked(ManufacturerCertificate certificate) {
        return status(certificate) == CertificateStatus.REVOKED;
    }

    public boolean isExpiringSoon(ManufacturerCertificate certificate) {
        return certificate.isExpiringSoon(clock.instant());
    }

    public String purpose(ManufacturerCertificate certificate) {
        return texts.word(certificate.purpose());
    }

    /** When the certificate is going to be revoked; null if that is not planned. */
    public Instant plannedEnd(ManufacturerCertificate certificate) {
        return certificate.plannedRevocation(clock.instant()).orElse(null);
    }

    /** How much of the validity is left, 0 to 100. */
    public int percent(ManufacturerCertificate certificate) {
        return remaining(certificate).percent();
    }

    /** "243 days left", or "expired". */
    public String left(ManufacturerCertificate certificate) {
        RemainingValidity remaining = remaining(certificate);
        return remaining.isOver() ? texts.of("trust.expired") : texts.of("trust.daysLeft", remaining.days());
    }

    /** How many days are left. */
    public long days(ManufacturerCertificate certificate) {
        return remaining(certificate).days();
    }

    /** The style of the bar: red if a successor is needed soon or already. */
    public String bar(ManufacturerCertificate certificate) {
        RemainingValidity remaining = remaining(certificate);
        return remaining.isShort() || remaining.isOver() ? "bar small ending" : "bar small";
    }

    /** Pairs of digits, upper case, with colons, as openssl and browsers write fingerprints and serial numbers. */
    public String pairs(String hexadecimal) {
        String whole = hexadecimal.length() % 2 == 0 ? hexadecimal : "0" + hexadecimal;
        return whole.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }

    private RemainingValidity remaining(ManufacturerCertificate certificate) {
        return certificate.remaining(clock.instant());
    }
}
