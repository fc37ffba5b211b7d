package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void accessKeysUseTheWholeAlphabetAndNothingElse() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String key = Secrets.newAccessKey(random);
            assertThat(key).matches("[A-Z2-7]{26}");
            key.chars().forEach(seen::add);
        }
        assertThat(seen).hasSize(32);
    }

    @Test
    void accessKeysAndTokensDoNotRepeat() {
        assertThat(Secrets.newAccessKey(random)).isNotEqualTo(Secrets.newAccessKey(random));
        assertThat(Secrets.newAccessToken(random)).isNotEqualTo(Secrets.newAccessToken(random));
    }

    @Test
    void accessTokensAre32BytesInBase64Url() {
        String token = Secrets.newAccessToken(random);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
    }

    /** The example of RFC 9449 sections 4.3 and 7.1: token and ath. */
    @Test
    void hashIsTheAthOfTheStandard() {
        assertThat(Secrets.sha256Base64Url("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))
                .isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    void anAccessKeyIsRecognizedByItsShape() {
        assertThat(Secrets.isAccessKey(Secrets.newAccessKey(random))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "A",
                "ABCDEFGHIJKLMNOPQRSTUVWXY1",
                "abcdefghijklmnopqrstuvwxyz",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ\n"
            })
    void anythingElseIsNoAccessKey(String text) {
        assertThat(Secrets.isAccessKey(text)).isFalse();
    }

    @Test
    void equalityIsOfContent() {
        assertThat(Secrets.equal("abc", new String("abc"))).isTrue();
        assertThat(Secrets.equal("abc", "abd")).isFalse();
        assertThat(Secrets.equal("", "abd")).isFalse();
        assertThat(Secrets.equal("abc", "abcd")).isFalse();
    }
}
