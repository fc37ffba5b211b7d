package dev.muster.domain.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

    /** 10,000 entries; 87 of them differ from another one only in case. */
    private static final int DIFFERENT = 9_913;

    @Test
    void allAreThere() throws IOException {
        assertThat(CommonPasswords.size()).isEqualTo(DIFFERENT);
        assertThat(lines()).hasSize(DIFFERENT).isSorted().allMatch(CommonPasswords::contains);
        assertThat(lines()).allMatch(line -> line.equals(line.toLowerCase(Locale.ROOT)));
    }

    /** The length rule refuses the others already. */
    @Test
    void twentyFourAreLongEnoughForAPassword() throws IOException {
        assertThat(lines().stream().filter(line -> line.length() >= 12)).hasSize(24);
    }

    @Test
    void aWordInsideOfOtherWordsIsNone() {
        assertThat(CommonPasswords.contains("password of mine")).isFalse();
        assertThat(CommonPasswords.contains("1234567890123")).isFalse();
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
