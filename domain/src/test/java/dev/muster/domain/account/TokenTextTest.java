package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TokenTextTest {

    private static final String SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void aNewTokenHasThePrefixAndTheRightChecksum() {
        for (int i = 0; i < 1_000; i++) {
            String token = TokenText.create(new SecureRandom());
            assertThat(token).matches("muster_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}");
            assertThat(TokenText.isPossible(token)).isTrue();
        }
    }

    /** Computed with zlib's crc32 and in base 62, by another program (Python). */
    @Test
    void theChecksumIsTheCrc32InBase62() {
        assertThat(TokenText.checksum(SECRET)).isEqualTo("0DofJ8");
    }

    @Test
    void aMistakeIsNoticedBeforeTheDatabaseIsAsked() {
        String token = "muster_" + SECRET + TokenText.checksum(SECRET);
        assertThat(TokenText.isPossible(token)).isTrue();
        for (int i = "muster_".length(); i < token.length(); i++) {
            char other = token.charAt(i) == 'B' ? 'C' : 'B';
            String wrong = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(TokenText.isPossible(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void aTokenOfAnOlderReleaseHasNoChecksum() {
        assertThat(TokenText.isPossible("muster_" + SECRET)).isTrue();
        assertThat(TokenText.isPossible("muster_" + SECRET + "A")).isFalse();
        assertThat(TokenText.isPossible("muster" + SECRET)).isFalse();
        assertThat(TokenText.isPossible("")).isFalse();
    }
}
