package dev.muster.domain.account.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignOnSealTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final SignOnSeal seal = SignOnSeal.withMasterKey(Base64.getEncoder().encodeToString(new byte[32]));

    private final SignOnSeal.Begun begun = seal.begin(false, "/ä.xhtml?x=1", NOW, new SecureRandom());

    @Test
    void theCookieBringsTheLoginBackOnEachServer() {
        SignOnSeal other = SignOnSeal.withMasterKey(Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(other.open(begun.cookie(), NOW)).contains(begun);
        assertThat(begun.next()).isEqualTo("/ä.xhtml?x=1");
        assertThat(begun.begunAt()).isEqualTo(NOW);
        assertThat(Set.of(begun.state(), begun.nonce(), begun.verifier(), begun.challenge()))
                .hasSize(4)
                .allMatch(text -> text.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void theCookieKeepsWhetherTheUserMustLogInAgain() {
        SignOnSeal.Begun again = seal.begin(true, "", NOW, new SecureRandom());
        assertThat(again.again()).isTrue();
        assertThat(seal.open(again.cookie(), NOW)).contains(again);
        assertThat(begun.again()).isFalse();
    }

    @Test
    void itEndsAfterTenMinutes() {
        assertThat(seal.open(begun.cookie(), NOW.plusSeconds(599))).isPresent();
        assertThat(seal.open(begun.cookie(), NOW.plusSeconds(600))).isEmpty();
    }

    @Test
    void noChangedOctetIsTaken() {
        byte[] octets = Base64.getUrlDecoder().decode(begun.cookie());
        for (int i = 0; i < octets.length; i++) {
            octets[i] ^= 1;
            assertThat(seal.open(Base64.getUrlEncoder().encodeToString(octets), NOW))
                    .isEmpty();
            octets[i] ^= 1;
        }
        assertThat(seal.open(null, NOW)).isEmpty();
        assertThat(seal.open("", NOW)).isEmpty();
        assertThat(seal.open("ä", NOW)).isEmpty();
        assertThat(seal.open("A".repeat(100_000), NOW)).isEmpty();
    }

    @Test
    void anotherMasterKeyMakesOthers() {
        byte[] key = new byte[32];
        key[0] = 1;
        assertThat(SignOnSeal.withMasterKey(Base64.getEncoder().encodeToString(key))
                        .open(begun.cookie(), NOW))
                .isEmpty();
    }
}
