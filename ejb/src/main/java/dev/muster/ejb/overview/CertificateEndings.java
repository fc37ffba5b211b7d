package dev.muster.ejb.overview;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.overview.CertificateEnding.Kind;
import dev.muster.ejb.tally.FleetNumbers;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How certificates end. */
final class CertificateEndings {

    private CertificateEndings() {}

    /**
     * The ends that concern an organization: revoked first, then planned, then those that expire.
     *
     * @param isJoining whether the organization expects devices, so that it matters if a certificate expires
     */
    static List<CertificateEnding> of(
            Collection<ManufacturerCertificate> certificates, FleetNumbers fleet, boolean isJoining, Instant now) {
        return certificates.stream()
                .flatMap(certificate -> of(certificate, fleet.provedBy(certificate.id()), now).stream())
                .filter(ending -> isJoining || ending.kind() != Kind.EXPIRING)
                .sorted(Comparator.comparing(CertificateEnding::kind).thenComparing(CertificateEnding::at))
                .toList();
    }

    /** Empty if the certificate is active and has a long time to go, or has expired. */
    static Optional<CertificateEnding> of(ManufacturerCertificate certificate, long devices, Instant now) {
        if (certificate.revokedAt() != null) {
            Kind kind = certificate.isRevoked(now) ? Kind.REVOKED : Kind.PLANNED;
            return Optional.of(ending(certificate, kind, Objects.requireNonNull(certificate.revokedAt()), devices));
        }
        return certificate.isExpiringSoon(now)
                ? Optional.of(ending(certificate, Kind.EXPIRING, certificate.notAfter(), devices))
                : Optional.empty();
    }

    private static CertificateEnding ending(ManufacturerCertificate certificate, Kind kind, Instant at, long devices) {
        return new CertificateEnding(
                certificate.id(),
                certificate.name(),
                certificate.manufacturer().name(),
                kind,
                kind == Kind.EXPIRING ? null : certificate.revocationReason(),
                at,
                devices);
    }
}
