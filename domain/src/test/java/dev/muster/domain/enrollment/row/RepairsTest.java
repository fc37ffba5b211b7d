package dev.muster.domain.enrollment.row;

import static dev.muster.domain.enrollment.row.CellFault.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairsTest {
    private static final String IMEI = "490154203237518";
    private static final RowRules IMEIS = rules(IdentifierScheme.IMEI, null);
    private static final RowRules MACS = rules(IdentifierScheme.MAC, null);
    private static final RowRules SERIALS = rules(IdentifierScheme.SERIAL, "[A-Z]{2}[0-9]{4}");
    private static final RowRules ANY = rules(IdentifierScheme.ANY, null);

    /** Repairs that depend on the column are in IdentifierColumnTest. */
    @Test
    void withoutItsColumnNobodyKnowsWhatFourteenDigitsLost() {
        assertThat(identifier(IMEIS, CHECK_DIGIT, "10170090048108")).isEmpty();
        assertThat(identifier(IMEIS, CHECK_DIGIT, "10170090048105")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "49-015420-323751-8",
                "49 015420 323751 8",
                "490154.20.323751.8",
                "49015420323751/8",
                "'490154203237518",
                "IMEI: 490154203237518",
                "imei 49-015420-323751-8",
                "490154203237518.0",
                "49\u00a0015420\u00a0323751-8",
                "IMEI:４９0154203237518"
            })
    void anImeiIsItsDigits(String entered) {
        assertThat(identifier(IMEIS, faultOf(IMEIS, entered), entered)).containsExactly("DIGITS_ALONE " + IMEI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "490154203237517",
                "4901542032375180",
                "49-015420-323751-7",
                "IMEI of 490154203237518",
                "4.90154E+14",
                "4,90154e+14",
                "'4.90154E+14",
                "4.90154 E+14",
                "1",
                ""
            })
    void whatNobodyCanKnowIsNotOffered(String entered) {
        for (CellFault fault : CellFault.values()) {
            assertThat(identifier(IMEIS, fault, entered)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 1a 2b 3c 4d 5e",
                "00-1a:2b-3c:4d-5e",
                "00_1A_2B_3C_4D_5E",
                "0:1a:2b:3c:4d:5e",
                "0x001a2b3c4d5e",
                "0x00:0x1a:0x2b:0x3c:0x4d:0x5e",
                "001a2b 3c4d5e",
                "MAC: 00:1a:2b:3c:4d:5e",
                "'001A2B3C4D5E",
                "00:1\u0410:2B:3C:4D:5E/"
            })
    void aMacIsItsOctets(String entered) {
        assertThat(identifier(MACS, faultOf(MACS, entered), entered)).containsExactly("MAC_FORM 00:1A:2B:3C:4D:5E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0:1a2:b:3c:4d:5e",
                "001a2b3c4d5",
                "00:1a:2b:3c:4d:5g",
                "00:1a:2b:3c:4d:5",
                "001a2b3c4d5e 0001",
                "01-a-2b-3c-4d-5e",
                "1:2:3:4:5:6:7",
                "1.E+11",
                "::::::"
            })
    void whatHasNoOctetsIsNoMac(String entered) {
        assertThat(identifier(MACS, SCHEME_MISMATCH, entered)).isEmpty();
    }

    @Test
    void anEightOctetMacWithShortOctetsIsNotReadAsSix() {
        assertThat(identifier(MACS, SCHEME_MISMATCH, "1:2:3:4:55:66:77:88"))
                .containsExactly("MAC_FORM 01:02:03:04:55:66:77:88");
    }

    @ParameterizedTest
    @CsvSource({
        "ab1234, UPPER_CASE AB1234",
        "AB 12 34, WITHOUT_BLANKS AB1234",
        "''AB1234, WITHOUT_APOSTROPHE AB1234",
        "''ab 1234, UPPER_CASE AB1234",
        "AB\u200b1234, VISIBLE_CHARACTERS AB1234",
        "\u0410\u04121234, PLAIN_LETTERS AB1234",
        "A\u04121234, PLAIN_LETTERS AB1234",
        "\u0430b１234, UPPER_CASE AB1234"
    })
    void aSerialIsWhatThePatternTakes(String entered, String repair) {
        // the CSV of the annotation doubles its apostrophes
        String cell = entered.replace("''", "'");
        assertThat(identifier(SERIALS, faultOf(SERIALS, cell), cell)).containsExactly(repair);
    }

    @Test
    void bothCasesAreOfferedWhereThePatternTakesBoth() {
        RowRules either = rules(IdentifierScheme.SERIAL, "[A-Z]+|[a-z]+");

        assertThat(identifier(either, SCHEME_MISMATCH, "aB")).containsExactly("UPPER_CASE AB", "LOWER_CASE ab");
    }

    @Test
    void aSpreadsheetsNumberIsLostUnderEveryScheme() {
        for (String pattern : List.of(".*e.*", "[^']*", "[^ ]*")) {
            RowRules serials = rules(IdentifierScheme.SERIAL, pattern);
            for (String entered : List.of("3.52656E+14", "'3.52656E+14", "3.52656 E+14")) {
                assertThat(identifier(serials, SCHEME_MISMATCH, entered)).isEmpty();
            }
        }
        assertThat(identifier(ANY, SCHEME_MISMATCH, "3.52656E+14")).isEmpty();
        assertThat(identifier(ANY, LOOKALIKE, "３.52656E+14")).isEmpty();
    }

    @Test
    void anyIdentifierCanLoseWhatIsUnseenOrUnlike() {
        assertThat(identifier(ANY, UNPRINTABLE, "a\u200bb\u202e1")).containsExactly("VISIBLE_CHARACTERS ab1");
        assertThat(identifier(ANY, LOOKALIKE, "\uff21\u0412C \u03bf")).containsExactly("PLAIN_LETTERS ABC o");
        assertThat(identifier(ANY, LOOKALIKE, "\u042fB")).isEmpty();
        assertThat(identifier(ANY, LOOKALIKE, "AB\u0661\u0662")).containsExactly("PLAIN_LETTERS AB12");
        assertThat(identifier(IMEIS, SCHEME_MISMATCH, "\u0664\u06690154203237518"))
                .containsExactly("PLAIN_LETTERS " + IMEI);
        assertThat(identifier(ANY, UNPRINTABLE, "A\uFE0F1\u3164")).containsExactly("VISIBLE_CHARACTERS A1");
    }

    /** A footnote, a trade mark, a circled number, a separate accent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB12\u00B9",
                "AB\u2122 12",
                "\u2460AB",
                "AB\u00A812",
                "1\u00BD",
                "12\u00BA",
                "\u2116 12",
                "A\u207F"
            })
    void whatMayBeANoteIsNotReadAsPartOfTheIdentifier(String entered) {
        assertThat(faultOf(ANY, entered)).isEqualTo(LOOKALIKE);
        assertThat(identifier(ANY, LOOKALIKE, entered)).isEmpty();
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(BLANK, IMEI, " ", List.of("IDENTIFIER_AS_NAME " + IMEI)),
                arguments(BLANK, "no IMEI", " ", List.of()),
                arguments(UNPRINTABLE, IMEI, "\ta\r\nb\u202ec\ud800", List.of("PLAIN_BLANKS a bc")),
                arguments(UNPRINTABLE, IMEI, "a\u2028\u2066b", List.of("PLAIN_BLANKS a b")),
                arguments(NAME_TAKEN, IMEI, "pump ", List.of("IDENTIFIER_ADDED pump " + IMEI)),
                arguments(NAME_DUPLICATE_IN_FILE, IMEI, "pump", List.of("IDENTIFIER_ADDED pump " + IMEI)),
                arguments(NAME_TAKEN, "", "pump", List.of()),
                arguments(NAME_TAKEN, IMEI, "n".repeat(240), List.of()),
                arguments(TOO_LONG, IMEI, "n".repeat(256), List.of()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreMadeOfTheIdentifier(CellFault fault, String identifier, String name, List<String> repairs) {
        RowCells cells = new RowCells(identifier, name, "GATEWAY", "");

        assertThat(told(IMEIS.repairs(Column.DEVICE_NAME, fault, cells))).isEqualTo(repairs);
    }

    @ParameterizedTest
    @CsvSource({
        "STAND-ALONE, STANDALONE",
        "gate way, GATEWAY",
        "gatway, GATEWAY",
        "gatewasy, GATEWAY",
        "STANDALOEN, STANDALONE",
        "periferal, PERIPHERAL",
        "peripherals, PERIPHERAL",
        "G\u0410TEWAY, GATEWAY",
        "GW,",
        "sensor,",
        "perif,",
        "'',",
        "42,",
        "xxGATEWAYxx,"
    })
    void aTypeIsRepairedWhereItIsPlain(String entered, String type) {
        RowCells cells = new RowCells(IMEI, "a", entered, "");
        List<Repair> repairs = IMEIS.repairs(Column.DEVICE_TYPE, faultOfType(cells), cells);

        assertThat(repairs).extracting(Repair::value).isEqualTo(type == null ? List.of() : List.of(type));
        assertThat(repairs).extracting(Repair::label).allMatch(("Write as " + type)::equals);
    }

    @Test
    void aParentIsClearedWhereNoneIsAllowedAndElseAnIdentifier() {
        assertThat(told(IMEIS.repairs(
                        Column.PARENT_GATEWAY, PARENT_NOT_ALLOWED, new RowCells(IMEI, "a", "GATEWAY", IMEI))))
                .containsExactly("EMPTY ");
        RowCells none = new RowCells(IMEI, "a", "PERIPHERAL", "NULL");
        assertThat(told(IMEIS.repairs(Column.PARENT_GATEWAY, SCHEME_MISMATCH, none)))
                .containsExactly("EMPTY ");
        assertThat(IMEIS.explain(Column.PARENT_GATEWAY, SCHEME_MISMATCH, none)).contains("Clear the cell");
        assertThat(told(IMEIS.repairs(
                        Column.PARENT_GATEWAY,
                        SCHEME_MISMATCH,
                        new RowCells(IMEI, "a", "PERIPHERAL", "49-015420-323751-8"))))
                .containsExactly("DIGITS_ALONE " + IMEI);
    }

    @ParameterizedTest
    @EnumSource(RepairKind.class)
    void everyKindHasALabelOfItsOwn(RepairKind kind) {
        assertThat(Stream.of(RepairKind.values()).filter(k -> k.label().equals(kind.label())))
                .containsExactly(kind);
    }

    private static CellFault faultOf(RowRules rules, String identifier) {
        return rules.judge(new RowCells(identifier, "a", "GATEWAY", ""))
                .faults()
                .uniqueIdentifier();
    }

    private static CellFault faultOfType(RowCells cells) {
        return IMEIS.judge(cells).faults().deviceType();
    }

    private static List<String> identifier(RowRules rules, CellFault fault, String entered) {
        return told(rules.repairs(Column.UNIQUE_IDENTIFIER, fault, new RowCells(entered, "a", "GATEWAY", "")));
    }

    private static List<String> told(List<Repair> repairs) {
        return repairs.stream().map(r -> r.kind() + " " + r.value()).toList();
    }

    private static RowRules rules(IdentifierScheme scheme, String pattern) {
        return new RowRules(IdentifierRules.of(scheme, pattern));
    }
}
