package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A certificate ends now, or at a planned time that can be moved or cancelled until it comes. */
class RevocationTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(7));
    private static final Duration MOMENT = Duration.ofNanos(1000);

    private final ManufacturerCertificate certificate = certificate();

    @Test
    void countsFromNowOn() {
        certificate.revoke(RevocationReason.KEY_COMPROMISE, NOW);

        assertThat(certificate.isRevoked(NOW)).isTrue();
        assertThat(certificate.isRevoked(NOW.minus(MOMENT))).isFalse();
        assertThat(certificate.status(NOW)).isEqualTo(CertificateStatus.REVOKED);
        assertThat(certificate.revocationReason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
        assertThat(certificate.plannedRevocation(NOW)).isEmpty();
    }

    @Test
    void aSecondRevocationChangesNothing() {
        certificate.revoke(RevocationReason.SUPERSEDED, NOW);
        certificate.revoke(RevocationReason.KEY_COMPROMISE, LATER);

        assertThat(certificate.revokedAt()).isEqualTo(NOW);
        assertThat(certificate.revocationReason()).isEqualTo(RevocationReason.SUPERSEDED);
    }

    @Test
    void whatIsPlannedComesByItself() {
        certificate.planRevocation(LATER, RevocationReason.SUPERSEDED, NOW);

        assertThat(certificate.status(LATER.minus(MOMENT))).isEqualTo(CertificateStatus.ACTIVE);
        assertThat(certificate.plannedRevocation(LATER.minus(MOMENT))).contains(LATER);
        assertThat(certificate.status(LATER)).isEqualTo(CertificateStatus.REVOKED);
        assertThat(certificate.plannedRevocation(LATER)).isEmpty();
    }

    @Test
    void aPlanCanBeMovedBothWays() {
        certificate.planRevocation(LATER, RevocationReason.SUPERSEDED, NOW);
        certificate.planRevocation(NOW.plusSeconds(1), RevocationReason.SUPERSEDED, NOW);
        assertThat(certificate.revokedAt()).isEqualTo(NOW.plusSeconds(1));

        certificate.planRevocation(LATER.plusSeconds(1), RevocationReason.UNSPECIFIED, NOW);

        assertThat(certificate.revokedAt()).isEqualTo(LATER.plusSeconds(1));
        assertThat(certificate.revocationReason()).isEqualTo(RevocationReason.UNSPECIFIED);
    }

    @Test
    void revokingNowOverridesAPlan() {
        certificate.planRevocation(LATER, RevocationReason.SUPERSEDED, NOW);
        certificate.revoke(RevocationReason.KEY_COMPROMISE, NOW.plusSeconds(1));

        assertThat(certificate.revokedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(certificate.revocationReason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
    }

    @Test
    void aPlanCanBeGivenUpUntilItComes() {
        certificate.planRevocation(LATER, RevocationReason.SUPERSEDED, NOW);
        certificate.cancelRevocation(LATER.minus(MOMENT));

        assertThat(certificate.isRevoked(LATER)).isFalse();
        assertThat(certificate.revokedAt()).isNull();
        assertThat(certificate.revocationReason()).isNull();
    }

    @Test
    void whatHasComeStays() {
        certificate.planRevocation(LATER, RevocationReason.SUPERSEDED, NOW);

        assertRefused(ProblemCode.CONFLICT, () -> certificate.cancelRevocation(LATER));
        assertRefused(
                ProblemCode.CONFLICT,
                () -> certificate.planRevocation(LATER.plusSeconds(1), RevocationReason.SUPERSEDED, LATER));
        assertThat(certificate.revokedAt()).isEqualTo(LATER);
    }

    @Test
    void withoutAPlanThereIsNothingToGiveUp() {
        assertRefused(ProblemCode.NOT_FOUND, () -> certificate.cancelRevocation(NOW));
    }

    @Test
    void isPlannedForATimeToComeAndNotTooFarAway() {
        Duration longest = Duration.ofDays(3650);
        for (Instant wrong :
                new Instant[] {NOW, NOW.minusSeconds(1), NOW.plus(longest).plus(MOMENT), Instant.MAX}) {
            assertRefused(
                    ProblemCode.VALIDATION_FAILED,
                    () -> certificate.planRevocation(wrong, RevocationReason.UNSPECIFIED, NOW));
        }
        assertThat(certificate.revokedAt()).isNull();

        certificate.planRevocation(NOW.plus(longest), RevocationReason.UNSPECIFIED, NOW);
        assertThat(certificate.plannedRevocation(NOW)).contains(NOW.plus(longest));
    }

    /** The devices of an expired certificate go on. Its revocation ends them. */
    @Test
    void outweighsExpiry() {
        Instant expired = certificate.notAfter().plus(MOMENT);
        assertThat(certificate.status(expired)).isEqualTo(CertificateStatus.EXPIRED);

        certificate.planRevocation(expired.plusSeconds(1), RevocationReason.UNSPECIFIED, NOW);

        assertThat(certificate.status(expired)).isEqualTo(CertificateStatus.EXPIRED);
        assertThat(certificate.status(expired.plusSeconds(1))).isEqualTo(CertificateStatus.REVOKED);
    }

    @Test
    void warnsOfItsExpiryWhileItProvesDevices() {
        Instant soon = certificate.notAfter().minus(Duration.ofDays(30));

        assertThat(certificate.isExpiringSoon(soon.minus(MOMENT))).isFalse();
        assertThat(certificate.isExpiringSoon(soon)).isTrue();
        assertThat(certificate.isExpiringSoon(certificate.notAfter().plus(MOMENT)))
                .isFalse();

        certificate.revoke(RevocationReason.SUPERSEDED, soon);
        assertThat(certificate.isExpiringSoon(soon)).isFalse();
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static ManufacturerCertificate certificate() {
        Manufacturer maker = new Manufacturer(
                new TenantName("Maker"), IdentifierRules.of(IdentifierScheme.ANY), EnrollmentPolicy.OPEN, NOW);
        IssuedX509 x509 = new IssuedX509(new byte[1], new byte[1], "1f", NOW, NOW.plus(Duration.ofDays(365)));
        return new ManufacturerCertificate(
                maker,
                CertificateRequest.proof(new TenantName("line 1"), KeyAlgorithm.EC_P256, 365),
                KeyAlgorithm.EC_P256,
                "A".repeat(26),
                "hash",
                x509,
                NOW);
    }
}
