package dev.muster.launcher.payara;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.issue.ServerNames;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.IOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerCertificateRenewalTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

    private final KeyPair rootKeys = CertificateIssuer.newRootKeys(RANDOM);
    private final X509Certificate root =
            CertificateIssuer.serverRoot(CertificateSubject.of("Muster", "Root"), rootKeys, NOW, RANDOM);
    private final List<Instant> renewals = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void renewsSixtyDaysBeforeTheEnd() {
        try (ServerCertificateRenewal renewal = of(397)) {
            renewal.renewIfDue(day(336));
            assertThat(renewals).isEmpty();
            renewal.renewIfDue(day(337));
            assertThat(renewals).containsExactly(day(337));
        }
    }

    @Test
    void theNewOneIsRenewedInItsTurn() {
        try (ServerCertificateRenewal renewal = of(397)) {
            renewal.renewIfDue(day(340));
            renewal.renewIfDue(day(397));
            renewal.renewIfDue(day(340 + 336));
            assertThat(renewals).hasSize(1);
            renewal.renewIfDue(day(340 + 337));
            assertThat(renewals).hasSize(2);
        }
    }

    @Test
    void aShortLifeIsRenewedWhenAThirdIsLeft() {
        try (ServerCertificateRenewal renewal = of(30)) {
            renewal.renewIfDue(day(20).minusSeconds(1));
            assertThat(renewals).isEmpty();
            renewal.renewIfDue(day(20));
            assertThat(renewals).hasSize(1);
        }
    }

    @Test
    void anEndThatWasSleptThroughIsMadeGood() {
        try (ServerCertificateRenewal renewal = of(1)) {
            renewal.renewIfDue(day(900));
            assertThat(renewals).containsExactly(day(900));
        }
    }

    @Test
    void aFailureIsToldOnceADayAndTriedAgain() {
        ServerCertificates broken = now -> {
            throw new IOException("no space left");
        };
        try (ServerCertificateRenewal renewal =
                new ServerCertificateRenewal(certificate(397, NOW), broken, complaints::add)) {
            for (int hour = 0; hour <= 24; hour++) {
                renewal.renewIfDue(day(340).plus(Duration.ofHours(hour)));
            }
        }
        assertThat(complaints)
                .hasSize(2)
                .allSatisfy(complaint -> assertThat(complaint).contains("2027-04-02T10:20:30Z", "no space left"));
    }

    private ServerCertificateRenewal of(int days) {
        ServerCertificates certificates = now -> {
            renewals.add(now);
            return certificate(days, now);
        };
        return new ServerCertificateRenewal(certificate(days, NOW), certificates, complaints::add);
    }

    private X509Certificate certificate(int days, Instant now) {
        return new CertificateIssuer(root, rootKeys.getPrivate())
                .server(
                        CertificateSubject.of("Muster", "Server"),
                        new ServerNames(List.of("localhost")),
                        KeyAlgorithm.EC_P256.generate(RANDOM).getPublic(),
                        days,
                        now,
                        RANDOM);
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }
}
