package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewLeafTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123456Z");

    private final SecureRandom random = new SecureRandom();

    @Test
    void itsEntryCommitsToItsSaltAndItsContent() {
        UUID tenant = new UUID(0, 12);
        LoggedAct act = LoggedAct.of(Act.LOGIN_FAILED).organization(tenant).hashed("name", "ada");
        NewLeaf leaf = NewLeaf.of(act, NOW, random);
        assertThat(leaf.act()).isEqualTo("login-failed");
        assertThat(leaf.tenantId()).isEqualTo(tenant);
        assertThat(leaf.happenedAt()).isEqualTo(NOW);
        assertThat(leaf.salt()).hasSize(Hashes.SALT_LENGTH);
        assertThat(leaf.content()).isEqualTo(act.content(NOW, leaf.salt()));
        assertThat(leaf.entry()).isEqualTo(Hashes.entry(leaf.salt(), leaf.content()));
    }

    @Test
    void eachHasASaltOfItsOwn() {
        LoggedAct act = LoggedAct.of(Act.LOGIN);
        assertThat(NewLeaf.of(act, NOW, random).salt())
                .isNotEqualTo(NewLeaf.of(act, NOW, random).salt());
    }
}
