package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final PortalUser user = new PortalUser(new TenantName("anna"), NOW);

    private final UserSession session = new UserSession(
            new Membership(user, Role.ADMINISTRATOR, null, NOW),
            "hash",
            SessionOrigin.of("127.0.0.1", null),
            NOW,
            Duration.ofHours(12));

    @Test
    void aLoginIsFreshForTenMinutes() {
        assertThat(session.isFresh(NOW.plusSeconds(599))).isTrue();
        assertThat(session.isFresh(NOW.plusSeconds(600))).isFalse();
        session.provedAt(NOW.plusSeconds(600));
        assertThat(session.isFresh(NOW.plusSeconds(600))).isTrue();
    }

    /** A user of the OpenID provider may have logged in there long ago, or the provider does not say when. */
    @Test
    void whatWasProvedBeforeTheSessionBeganIsOlder() {
        session.provedAt(NOW.minusSeconds(500));
        assertThat(session.isFresh(NOW.plusSeconds(99))).isTrue();
        assertThat(session.isFresh(NOW.plusSeconds(100))).isFalse();
        session.provedAt(Instant.EPOCH);
        assertThat(session.isFresh(NOW)).isFalse();
    }
}
