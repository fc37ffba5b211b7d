package dev.muster.web.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.notice.Notice;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.ejb.notice.CurrentNotice;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.EnglishTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeSentencesTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final Instant PLAN = Instant.parse("2026-12-24T18:00:00Z");

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private final Manufacturer maker = new Manufacturer(
            new TenantName("Acme Trackers"), IdentifierRules.of(IdentifierScheme.ANY), EnrollmentPolicy.OPEN, NOW);

    private final ManufacturerCertificate certificate = new ManufacturerCertificate(
            maker,
            CertificateRequest.proof(new TenantName("Trackers 2026"), KeyAlgorithm.EC_P256, 365),
            KeyAlgorithm.EC_P256,
            "A".repeat(26),
            "hash",
            new IssuedX509(new byte[1], new byte[1], "1f", NOW, NOW.plus(Duration.ofDays(365))),
            NOW);

    @Test
    void aDeletedCertificateSaysWhatItStopsAndWhatToDo() {
        certificate.revoke(RevocationReason.SUPERSEDED, NOW);

        NoticeSentences sentences = sentences(12, 12, NOW);

        assertThat(sentences.title()).isEqualTo("Acme Trackers deleted certificate “Trackers 2026”");
        assertThat(sentences.effect())
                .isEqualTo("Since 29 Nov 2026, 12:00:00 UTC the server refuses 12 devices of your organization.");
        assertThat(sentences.advice()).isEqualTo("Let these devices prove themselves with another certificate.");
        assertThat(sentences.devices()).isEqualTo("certificate=" + certificate.id() + "&state=invalidated");
        assertThat(sentences.when()).isEqualTo(NOW);
    }

    @Test
    void devicesThatHaveMovedNeedNothing() {
        certificate.revoke(RevocationReason.SUPERSEDED, NOW);

        NoticeSentences sentences = sentences(1, 0, NOW);

        assertThat(sentences.effect())
                .endsWith("your organization has none of them now. When this notice was written, there was 1.");
        assertThat(sentences.advice()).isEqualTo("Nothing.");
        assertThat(sentences.devices()).isNull();
    }

    @Test
    void aStolenKeyIsAReasonToLookAtTheDevices() {
        certificate.revoke(RevocationReason.KEY_COMPROMISE, NOW);

        assertThat(sentences(1, 1, NOW).advice()).startsWith("Check that you know all of these devices");
    }

    @Test
    void aPlanIsToldAsAPlanUntilItComes() {
        certificate.planRevocation(PLAN, RevocationReason.UNSPECIFIED, NOW);

        NoticeSentences before = sentences(2, 1, NOW);
        assertThat(before.title()).isEqualTo("Acme Trackers will delete certificate “Trackers 2026”");
        assertThat(before.effect())
                .isEqualTo("From 24 Dec 2026, 18:00:00 UTC on, the server will refuse 1 device of your organization."
                        + " When this notice was written, there were 2.");
        assertThat(before.advice()).endsWith("before that.");
        assertThat(before.devices()).isEqualTo("certificate=" + certificate.id());
        assertThat(sentences(2, 2, PLAN).title()).isEqualTo("Acme Trackers deleted certificate “Trackers 2026”");
    }

    @Test
    void aCancelledPlanNeedsNothing() {
        certificate.planRevocation(PLAN, RevocationReason.UNSPECIFIED, NOW);
        Notice notice = Notice.ofEnd(certificate, ORGANIZATION, 2, NOW);
        certificate.cancelRevocation(NOW);
        notice.follow(certificate, 2, NOW.plusSeconds(1));

        NoticeSentences sentences = sentences(notice, 2, PLAN);

        assertThat(sentences.title()).isEqualTo("Acme Trackers keeps certificate “Trackers 2026”");
        assertThat(sentences.effect()).startsWith("The plan to delete it is cancelled.");
        assertThat(sentences.advice()).isEqualTo("Nothing.");
        assertThat(sentences.devices()).isNull();
        assertThat(sentences.when()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aSuspensionSaysWhatGoesOn() {
        maker.suspend(NOW);
        Notice notice = Notice.ofSuspension(maker, ORGANIZATION, 3, NOW);

        NoticeSentences sentences = sentences(notice, 0, NOW);
        assertThat(sentences.title()).isEqualTo("Acme Trackers is suspended");
        assertThat(sentences.effect()).contains("expected devices cannot join", "had 3 devices");

        notice.withdraw(3, NOW.plusSeconds(1));
        sentences = sentences(notice, 0, NOW.plusSeconds(2));
        assertThat(sentences.title()).isEqualTo("Acme Trackers is no longer suspended");
        assertThat(sentences.effect()).isEqualTo("Its devices can join again.");
    }

    private NoticeSentences sentences(long devices, long devicesNow, Instant now) {
        Notice notice = Notice.ofEnd(certificate, ORGANIZATION, devices, NOW);
        return sentences(notice, devicesNow, now);
    }

    private static NoticeSentences sentences(Notice notice, long devicesNow, Instant now) {
        return new NoticeSentences(new CurrentNotice(notice, devicesNow), now, new Display(), EnglishTexts.get());
    }
}
