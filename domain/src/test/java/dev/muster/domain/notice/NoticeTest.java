package dev.muster.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A notice says what is the case with a certificate or a manufacturer, also after that has changed. */
class NoticeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant PLAN = NOW.plus(Duration.ofDays(7));

    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private final Manufacturer maker = new Manufacturer(
            new TenantName("Maker"), IdentifierRules.of(IdentifierScheme.ANY), EnrollmentPolicy.OPEN, NOW);

    private final ManufacturerCertificate certificate = new ManufacturerCertificate(
            maker,
            CertificateRequest.proof(new TenantName("line 1"), KeyAlgorithm.EC_P256, 365),
            KeyAlgorithm.EC_P256,
            "A".repeat(26),
            "hash",
            new IssuedX509(new byte[1], new byte[1], "1f", NOW, NOW.plus(Duration.ofDays(365))),
            NOW);

    @Test
    void tellsThePlanAndComesTrueByItself() {
        Notice notice = planned();

        assertThat(notice.kind()).isEqualTo(NoticeKind.CERTIFICATE_DELETED);
        assertThat(notice.certificateId()).isEqualTo(certificate.id());
        assertThat(notice.certificateName()).isEqualTo("line 1");
        assertThat(notice.revocationReason()).isEqualTo(RevocationReason.SUPERSEDED);
        assertThat(notice.devices()).isEqualTo(3);
        assertThat(notice.status(PLAN.minusNanos(1000))).isEqualTo(NoticeStatus.PLANNED);
        assertThat(notice.status(PLAN)).isEqualTo(NoticeStatus.IN_FORCE);
    }

    @Test
    void followsAPlanThatIsMoved() {
        Notice notice = planned();
        certificate.planRevocation(PLAN.plusSeconds(60), RevocationReason.KEY_COMPROMISE, LATER);

        notice.follow(certificate, 4, LATER);

        assertThat(notice.effectiveAt()).isEqualTo(PLAN.plusSeconds(60));
        assertThat(notice.revocationReason()).isEqualTo(RevocationReason.KEY_COMPROMISE);
        assertThat(notice.devices()).isEqualTo(4);
        assertThat(notice.writtenAt()).isEqualTo(LATER);
    }

    @Test
    void saysThatThePlanIsCancelledAndWhatItWas() {
        Notice notice = planned();
        certificate.cancelRevocation(LATER);

        notice.follow(certificate, 3, LATER);

        assertThat(notice.status(LATER)).isEqualTo(NoticeStatus.WITHDRAWN);
        assertThat(notice.withdrawnAt()).isEqualTo(LATER);
        assertThat(notice.effectiveAt()).isEqualTo(PLAN);
        assertThat(notice.revocationReason()).isEqualTo(RevocationReason.SUPERSEDED);
    }

    @Test
    void standsAgainIfTheCertificateIsDeletedAfterAll() {
        Notice notice = planned();
        certificate.cancelRevocation(LATER);
        notice.follow(certificate, 3, LATER);
        certificate.revoke(RevocationReason.SUPERSEDED, LATER.plusSeconds(1));

        notice.follow(certificate, 3, LATER.plusSeconds(1));

        assertThat(notice.status(LATER.plusSeconds(1))).isEqualTo(NoticeStatus.IN_FORCE);
        assertThat(notice.withdrawnAt()).isNull();
    }

    @Test
    void isNotWrittenAgainIfNothingHasChanged() {
        Notice notice = planned();

        notice.follow(certificate, 9, LATER);

        assertThat(notice.devices()).isEqualTo(3);
        assertThat(notice.writtenAt()).isEqualTo(NOW);
    }

    @Test
    void ofASuspensionSaysWhenItEnded() {
        maker.suspend(NOW);
        Notice notice = Notice.ofSuspension(maker, ORGANIZATION, 0, NOW);
        assertThat(notice.kind()).isEqualTo(NoticeKind.MANUFACTURER_SUSPENDED);
        assertThat(notice.status(NOW)).isEqualTo(NoticeStatus.IN_FORCE);

        notice.withdraw(0, LATER);
        notice.withdraw(5, LATER.plusSeconds(1));

        assertThat(notice.status(LATER)).isEqualTo(NoticeStatus.WITHDRAWN);
        assertThat(notice.withdrawnAt()).isEqualTo(LATER);
        assertThat(notice.devices()).isZero();
    }

    private Notice planned() {
        certificate.planRevocation(PLAN, RevocationReason.SUPERSEDED, NOW);
        return Notice.ofEnd(certificate, ORGANIZATION, 3, NOW);
    }
}
