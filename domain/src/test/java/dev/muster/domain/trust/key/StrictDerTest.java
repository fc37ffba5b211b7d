package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictDerTest {

    /** By itself, in a SEQUENCE, in a SET, and behind a tag. */
    @ParameterizedTest
    @ValueSource(strings = {"", "3003", "3103", "a003"})
    void trueIsFf(String around) {
        assertThat(read(around + "0101ff")).isNotNull();
        assertThat(read(around + "010100")).isNotNull();
        assertThatThrownBy(() -> read(around + "010101")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Object read(String hex) {
        return StrictDer.read(HexFormat.of().parseHex(hex));
    }
}
