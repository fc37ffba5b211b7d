package dev.muster.ejb.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.notice.Notice;
import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.ejb.mail.MailTexts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail about notices, in each language. */
class NoticeMailTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant PLAN = NOW.plus(Duration.ofDays(7));

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private static final URI PAGE = URI.create("https://muster.example:8181/organization/notices.xhtml");

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
    void inEnglish() {
        assertThat(mail(Language.ENGLISH, NOW).text()).isEqualTo("""
                Your organization Demo Fleet has 2 unread notices in Muster:

                - Maker will delete certificate "line 1" on 2026-01-08 00:00 UTC: 12 devices.
                - Maker is suspended.

                To see all of it, and what to do, open:

                https://muster.example:8181/organization/notices.xhtml

                You get this because you manage the organization and have chosen it in your profile.
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, new notices, 2 unread notices, will delete, 12 devices",
        "GERMAN, neue Mitteilungen, 2 ungelesene Mitteilungen, löschen, 12 Geräte",
        "ARABIC, إشعارات جديدة, إشعاران, ستحذف, 12 جهازًا"
    })
    void hasItsNamesNumbersAndLink(Language language, String subject, String count, String act, String devices) {
        OutgoingMail mail = mail(language, NOW);

        assertThat(mail.subject()).contains(subject);
        assertThat(mail.text())
                .contains("Demo Fleet", "Maker", "line 1", "2026-01-08 00:00 UTC", count, act, devices)
                .doesNotContain("{", "}");
        assertThat(mail.text().lines()).contains(PAGE.toString());
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, Maker deleted certificate", "GERMAN, gelöscht", "ARABIC, حذفت الشركة"})
    void saysThatACertificateIsDeleted(Language language, String act) {
        assertThat(mail(language, PLAN).text()).contains(act, "line 1", "2026-01-08 00:00 UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, keeps certificate, no longer suspended",
        "GERMAN, behält das Zertifikat, nicht mehr gesperrt",
        "ARABIC, تُبقي الشركة, لم تعد الشركة"
    })
    void saysWhatIsTakenBack(Language language, String kept, String resumed) {
        Notice end = end();
        Notice suspension = suspension();
        end.withdraw(12, NOW);
        suspension.withdraw(12, NOW);

        assertThat(mail(language, NOW, end, suspension).text()).contains(kept, resumed, "line 1", "Maker");
    }

    private OutgoingMail mail(Language language, Instant now) {
        return mail(language, now, end(), suspension());
    }

    private static OutgoingMail mail(Language language, Instant now, Notice... unread) {
        return NoticeMail.mail(
                new MailTexts(language),
                new MailAddress("olivia@example.com"),
                "Demo Fleet",
                new Page<>(List.of(unread), unread.length),
                PAGE,
                now);
    }

    private Notice end() {
        certificate.planRevocation(PLAN, RevocationReason.SUPERSEDED, NOW);
        return Notice.ofEnd(certificate, ORGANIZATION, 12, NOW);
    }

    private Notice suspension() {
        maker.suspend(NOW);
        return Notice.ofSuspension(maker, ORGANIZATION, 12, NOW);
    }
}
