package dev.muster.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueuedMailTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final QueuedMail mail = new QueuedMail(MailKind.PASSWORD_LINK, null, null, NOW, NOW);

    @Test
    void aMailToAFormerAddressKnowsIt() {
        UUID user = UUID.randomUUID();
        MailAddress former = new MailAddress("vera@example.com");
        QueuedMail told = QueuedMail.toFormerAddress(user, former, NOW);

        assertThat(told.kind()).isEqualTo(MailKind.FORMER_ADDRESS);
        assertThat(told.userId()).isEqualTo(user);
        assertThat(told.address()).contains(former);
        assertThat(told.dueAt()).isEqualTo(NOW);
        assertThat(mail.address()).isEmpty();
    }

    @Test
    void thePausesGrowAndThenItHasFailed() {
        Duration longest = Duration.ZERO;
        for (Duration ignored : QueuedMail.PAUSES) {
            mail.claim(NOW);
            mail.postpone("away", NOW);
            Duration pause = Duration.between(NOW, mail.dueAt());
            assertThat(pause).isGreaterThan(longest);
            assertThat(mail.failedAt()).isNull();
            longest = pause;
        }
        mail.claim(NOW);
        mail.postpone("still away", NOW);
        assertThat(mail.failedAt()).isEqualTo(NOW);
        assertThat(mail.fault()).isEqualTo("still away");
    }

    @Test
    void whileItIsTriedNobodyElseTriesIt() {
        mail.claim(NOW);
        assertThat(mail.dueAt()).isAfter(NOW.plusSeconds(60));
    }

    @Test
    void aFailedOneBeginsAgain() {
        mail.claim(NOW);
        mail.fail("no such address", NOW);
        mail.restart(NOW.plusSeconds(1));
        assertThat(mail.failedAt()).isNull();
        assertThat(mail.tries()).isZero();
        assertThat(mail.dueAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aLongReasonIsCut() {
        mail.fail("x".repeat(500), NOW);
        assertThat(mail.fault()).hasSize(200);
    }
}
