package dev.muster.domain.manufacturer;

import static dev.muster.domain.manufacturer.IdentifierFault.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifierRulesTest {
    private static final IdentifierRules IMEI = IdentifierRules.of(IdentifierScheme.IMEI);
    private static final IdentifierRules MAC = IdentifierRules.of(IdentifierScheme.MAC);
    private static final IdentifierRules ANY = IdentifierRules.of(IdentifierScheme.ANY);
    private static final IdentifierRules SERIAL = IdentifierRules.of(IdentifierScheme.SERIAL, "SN-[0-9]{4}");

    static Stream<Arguments> faulty() {
        return Stream.of(
                arguments(ANY, null, BLANK),
                arguments(ANY, "", BLANK),
                arguments(ANY, " \t\u00a0\u200b\ufeff", BLANK),
                arguments(ANY, "x".repeat(129), TOO_LONG),
                arguments(ANY, "\u00df".repeat(65), TOO_LONG),
                arguments(ANY, "a\u0000b", UNPRINTABLE),
                arguments(ANY, "a\nb", UNPRINTABLE),
                arguments(ANY, "a\u200bb", UNPRINTABLE),
                arguments(ANY, "a\u00a0b", UNPRINTABLE),
                arguments(ANY, "a\ud800b", UNPRINTABLE),
                arguments(ANY, "a\ue000b", UNPRINTABLE),
                arguments(ANY, "\u0410B", LOOKALIKE),
                arguments(ANY, "\uff21B", LOOKALIKE),
                arguments(ANY, "3.52656E+14", SCHEME_MISMATCH),
                arguments(IMEI, "\uff13520990017614\uff18", LOOKALIKE),
                arguments(
                        IMEI,
                        "\u0663\u0665\u0662\u0660\u0669\u0669\u0660\u0660\u0661\u0667\u0666\u0661\u0664\u0668\u0661",
                        SCHEME_MISMATCH),
                arguments(IMEI, "4901542032375", SCHEME_MISMATCH),
                arguments(IMEI, "4901542032375181", SCHEME_MISMATCH),
                arguments(IMEI, "49-015420-323751-8", SCHEME_MISMATCH),
                arguments(IMEI, "4.90154E+14", SCHEME_MISMATCH),
                arguments(IMEI, "4,90154e+14", SCHEME_MISMATCH),
                arguments(IMEI, "490154203237517", CHECK_DIGIT),
                arguments(MAC, "00:00:5E:00:53", SCHEME_MISMATCH),
                arguments(MAC, "00:00:5E:00:53:0G", SCHEME_MISMATCH),
                arguments(MAC, "00:00-5E:00:53:00", SCHEME_MISMATCH),
                arguments(MAC, "00:00:5E:00:53:00:", SCHEME_MISMATCH),
                arguments(MAC, "00005E00530000", SCHEME_MISMATCH),
                arguments(SERIAL, "SN-00012", SCHEME_MISMATCH),
                arguments(SERIAL, "xSN-0001", SCHEME_MISMATCH),
                arguments(SERIAL, "sn-0001", SCHEME_MISMATCH));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void theFirstFaultIsTold(IdentifierRules rules, String entered, IdentifierFault fault) {
        assertThat(rules.check(entered)).contains(fault);
        assertThat(rules.explain(fault, entered)).endsWith(".");
    }

    static Stream<Arguments> right() {
        return Stream.of(
                arguments(ANY, " ab c1\u200b", "AB C1"),
                arguments(ANY, "x".repeat(128), "X".repeat(128)),
                arguments(ANY, "e\u0301", "\u00c9"),
                arguments(ANY, "i", "I"),
                arguments(ANY, "0012", "0012"),
                arguments(ANY, "1E14", "1E14"),
                arguments(IMEI, "490154203237518", "49015420323751"),
                arguments(IMEI, "\u00a0490154203237518 ", "49015420323751"),
                arguments(IMEI, "49015420323751", "49015420323751"),
                arguments(IMEI, "001017001000374", "00101700100037"),
                arguments(MAC, "00-00-5e-00-53-af", "00005E0053AF"),
                arguments(MAC, "00:00:5E:00:53:AF", "00005E0053AF"),
                arguments(MAC, "0000.5e00.53af", "00005E0053AF"),
                arguments(MAC, "00005E0053AF", "00005E0053AF"),
                arguments(MAC, "02:00:5E:10:00:00:00:01", "02005E1000000001"),
                arguments(MAC, "02005E1000000001", "02005E1000000001"),
                arguments(SERIAL, " SN-0001 ", "SN-0001"));
    }

    @ParameterizedTest
    @MethodSource("right")
    void isComparedInItsNormalForm(IdentifierRules rules, String entered, String normal) {
        assertThat(rules.check(entered)).isEmpty();
        assertThat(rules.normalize(entered)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"490154203237518, true", "49015420323751, false", "490154203237517, true", "4901542032375181, false"})
    void anImeiIsFullWithItsCheckDigit(String entered, boolean full) {
        assertThat(IMEI.isFull(entered)).isEqualTo(full);
        assertThat(ANY.isFull(entered)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(IdentifierScheme.class)
    void aSpreadsheetNumberCannotBeRecovered(IdentifierScheme scheme) {
        IdentifierRules rules = IdentifierRules.of(scheme, "[0-9]+");

        assertThat(rules.check("3.52656E+14")).contains(SCHEME_MISMATCH);
        assertThat(rules.explain(SCHEME_MISMATCH, "3.52656E+14")).contains("cannot be recovered");
    }

    @Test
    void aSerialNumberIsLookedForInAnyCase() {
        assertThat(SERIAL.checkWanted("sn-0001")).isEmpty();
        assertThat(IdentifierRules.of(IdentifierScheme.SERIAL, "a|sn-[0-9]{4}").checkWanted("SN-0001"))
                .isEmpty();
        IdentifierRules noSmallLetters = IdentifierRules.of(IdentifierScheme.SERIAL, "[^a-z]+");
        assertThat(noSmallLetters.checkWanted("SN-0001")).isEmpty();
        assertThat(noSmallLetters.checkWanted("sn-0001")).isEmpty();
        assertThat(SERIAL.checkWanted("sn-000x")).contains(SCHEME_MISMATCH);
        assertThat(IMEI.checkWanted("490154203237517")).contains(CHECK_DIGIT);
    }

    @Test
    void theSentenceIsAboutTheTextItself() {
        assertThat(IMEI.explain(SCHEME_MISMATCH, "4901542032375181")).contains("IMEISV");
        assertThat(IMEI.explain(SCHEME_MISMATCH, "490154203237")).contains("this one has 12");
        assertThat(IMEI.explain(CHECK_DIGIT, "49015420323751")).contains("lost a leading zero");
        assertThat(SERIAL.explain(SCHEME_MISMATCH, "x")).contains("SN-[0-9]{4}");
    }
}
