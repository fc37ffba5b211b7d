package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.MailAddress;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A confirmed address replaces the former one, which somebody has to tell its reader. */
class UserEmailTest {

    private static final MailAddress FIRST = new MailAddress("vera@example.com");

    private static final MailAddress SECOND = new MailAddress("vera@example.org");

    private final UserEmail email = new UserEmail(UUID.randomUUID());

    @Test
    void theFirstAddressReplacesNone() {
        email.propose(FIRST);

        assertThat(email.confirm()).isEmpty();
        assertThat(email.address()).contains(FIRST);
    }

    @Test
    void anotherAddressReplacesTheFormerOne() {
        email.propose(FIRST);
        email.confirm();
        email.propose(SECOND);
        assertThat(email.address()).contains(FIRST);

        assertThat(email.confirm()).contains(FIRST);
        assertThat(email.address()).contains(SECOND);
        assertThat(email.pending()).isEmpty();
    }

    @Test
    void theSameAddressReplacesNothing() {
        email.propose(FIRST);
        email.confirm();
        email.propose(FIRST);

        assertThat(email.confirm()).isEmpty();
    }
}
