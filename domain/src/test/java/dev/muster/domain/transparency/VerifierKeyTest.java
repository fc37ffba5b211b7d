package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of logs in one line, with the published examples of C2SP signed-note and golang.org/x/mod/sumdb/note. */
class VerifierKeyTest {

    private static final String PUBLISHED = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void theIdIsTheOneOfTheSpecification() {
        VerifierKey key = new VerifierKey(
                "example.com/foo",
                HexFormat.of().parseHex("e932791ae6e7a840a46164c904786426d5e7821dd8b29a00d61cae72afdd4da4"));
        assertThat(key.text()).startsWith("example.com/foo+530d903a+");
        assertThat(VerifierKey.parse(key.text())).isEqualTo(key);
    }

    @Test
    void writesWhatItReads() {
        assertThat(VerifierKey.parse(PUBLISHED).text()).isEqualTo(PUBLISHED);
    }

    @Test
    void noPartOfTheTextIsAKey() {
        for (int begin = 0; begin <= PUBLISHED.length(); begin++) {
            for (int end = begin; end <= PUBLISHED.length(); end++) {
                if (end - begin < PUBLISHED.length()) {
                    String part = PUBLISHED.substring(begin, end);
                    assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(part));
                }
            }
        }
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        for (int i = 0; i < PUBLISHED.length(); i++) {
            String changed = PUBLISHED.substring(0, i) + (char) (PUBLISHED.charAt(i) + 1) + PUBLISHED.substring(i + 1);
            assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"
            })
    void otherLengthsAndAlgorithmsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2028b", "a\u0000b"})
    void namesHaveNoBlanksAndNoPlus(String name) {
        byte[] key = VerifierKey.parse(PUBLISHED).publicKey();
        assertThatIllegalArgumentException().isThrownBy(() -> new VerifierKey(name, key));
    }
}
