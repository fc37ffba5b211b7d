package dev.muster.domain.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** RFC 6238, appendix B. */
    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111L);

    /** Appendix B has 8 digits; 6 digits are the last ones of them (RFC 4226 section 5.3). */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheRfc(long seconds, String code) {
        assertThat(Totp.code(SEED, seconds / 30)).isEqualTo(code);
        assertThat(Totp.stepOf(SEED, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void aCodeCountsOneStepBackAndOneAhead() {
        long present = NOW.getEpochSecond() / 30;
        for (long step = present - 5; step <= present + 5; step++) {
            boolean isNear = Math.abs(step - present) <= 1;
            assertThat(Totp.stepOf(SEED, Totp.code(SEED, step), NOW).isPresent())
                    .as("step %d of %d", step, present)
                    .isEqualTo(isNear);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "050472", "50471", "0504710", "050471 ", "٠٥٠٤٧١", "-50471", "abcdef"})
    void anotherTextIsNoCode(String text) {
        assertThat(Totp.stepOf(SEED, text, NOW)).isEmpty();
    }

    @Test
    void onlySixAsciiDigitsHaveTheFormOfACode() {
        assertThat(Totp.isCode("050471")).isTrue();
        assertThat(Totp.isCode("٠٥٠٤٧١")).isFalse();
        assertThat(Totp.isCode("05047")).isFalse();
    }

    @Test
    void aSeedHas160Bits() {
        SecureRandom random = new SecureRandom();
        Set<String> seeds = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            byte[] seed = Totp.newSeed(random);
            assertThat(seed).hasSize(20);
            seeds.add(TotpSeed.of(seed, "x").base32());
        }
        assertThat(seeds).hasSize(100);
    }

    @Test
    void anAppReadsTheSeedAndTheName() {
        TotpSeed seed = TotpSeed.of(SEED, "Ada & Söhne: 1/2");
        assertThat(seed.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(seed.grouped()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(seed.uri())
                .isEqualTo("otpauth://totp/Muster:Ada%20%26%20S%C3%B6hne%3A%201%2F2?secret="
                        + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Muster&algorithm=SHA1&digits=6&period=30");
        assertThat(seed).hasToString("TotpSeed");
    }
}
