package dev.muster.domain.trust.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers at the limits of the scan. A reader behind it refuses many of them again, so only this test sees the limits. */
class DerScanTest {

    private static final int MAX_DEPTH = 32;
    private static final String NULL = "0500";

    @Test
    void maySurroundAValue32Times() {
        assertThat(isShallow(nested(MAX_DEPTH, NULL))).isTrue();
        assertThat(isShallow(nested(MAX_DEPTH + 1, NULL))).isFalse();
    }

    @Test
    void whatIsEmptyIsNoLevel() {
        assertThat(isShallow(nested(MAX_DEPTH, "3000"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0500", "3000", "30020500", "0401ff", "05000500"})
    void acceptsValuesThatFillTheirPlace(String hex) {
        assertThat(isShallow(hex)).isTrue();
    }

    /** The tag number ends with the first octet whose highest bit is not set. */
    @ParameterizedTest
    @ValueSource(strings = {"1f1f00", "1f0000", "1f8101020505", "3f81810200"})
    void acceptsTagNumbersOfAnyLength(String hex) {
        assertThat(isShallow(hex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"048100", "04810100", "04820001ff", "0483000001ff", "048400000001ff"})
    void acceptsLengthsOfUpToFourOctets(String hex) {
        assertThat(isShallow(hex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"04850000000001ff", "04ff", "048800000000000000", "30800000", "04847fffffff", "0484ffffffff"})
    void refusesLongerAndIndefiniteLengths(String hex) {
        assertThat(isShallow(hex)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "04", "1f", "1f81", "1f8101", "0481", "048201", "0401", "3001", "040500", "300504020000"})
    void refusesWhatIsCutOff(String hex) {
        assertThat(isShallow(hex)).isFalse();
    }

    @Test
    void refusesAValueThatEndsAfterTheValueAroundIt() {
        assertThat(isShallow("3003" + "040200" + "00")).isFalse();
    }

    private static String nested(int levels, String inner) {
        return levels == 0 ? inner : wrap(nested(levels - 1, inner));
    }

    private static String wrap(String inner) {
        return "30%02x".formatted(inner.length() / 2) + inner;
    }

    private static boolean isShallow(String hex) {
        return DerScan.isShallow(HexFormat.of().parseHex(hex));
    }
}
