package dev.muster.domain.manufacturer;

import static dev.muster.domain.manufacturer.IdentifierFault.LOOKALIKE;
import static dev.muster.domain.manufacturer.IdentifierFault.SCHEME_MISMATCH;
import static dev.muster.domain.manufacturer.IdentifierFault.UNPRINTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets and programs write is not an identifier under any scheme. */
class SpreadsheetDebrisTest {
    private static final IdentifierRules ANY = IdentifierRules.of(IdentifierScheme.ANY);
    private static final IdentifierRules ANYTHING = IdentifierRules.of(IdentifierScheme.SERIAL, ".+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#N/A",
                "#n/a",
                "#REF!",
                "#VALUE!",
                "#NAME?",
                "#DIV/0!",
                "#NULL!",
                "#NUM!",
                "#SPILL!",
                "#CALC!",
                "#GETTING_DATA",
                "#BEZUG!",
                "#WERT!",
                "#NV",
                "#¡VALOR!",
                "#¿NOMBRE?",
                "#ССЫЛКА!",
                "#N/D",
                "#DATEN_ABRUFEN",
                "#CARGANDO_DATOS",
                "#REF",
                "#ERROR",
                "Fehler:502",
                "Erreur :508",
                "Err:502",
                "#",
                "#########",
                "NULL",
                "null",
                "(null)",
                "\\N",
                "NaN",
                "N/A",
                "n.a.",
                "undefined",
                "None",
                "TRUE",
                "vero",
                "WAAR",
                "ИСТИНА",
                "--",
                "?",
                "'#N/A",
                "=\"#N/A\"",
                "\"NULL\""
            })
    void aMissingValueIsNone(String text) {
        for (IdentifierRules rules : new IdentifierRules[] {ANY, ANYTHING}) {
            assertThat(rules.check(text)).contains(SCHEME_MISMATCH);
            assertThat(rules.explain(SCHEME_MISMATCH, text)).contains("no value");
        }
        assertThat(SpreadsheetDebris.of(text).inside()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#A12",
                "#A_1",
                "ERR-502",
                "A#",
                "NULL7",
                "NA-1",
                "12E05",
                "1E14",
                "v1.0",
                "1.2.3",
                "AB 12",
                "a,b",
                "10.0.0.1",
                "x=1",
                "+49",
                "=A1",
                "Nadia",
                "12,3",
                "00:1A:7D:DA:71:13",
                "Error 5",
                "Ü-1",
                "メーター-1"
            })
    void anIdentifierStaysOne(String text) {
        assertThat(ANY.check(text)).isEmpty();
        assertThat(ANYTHING.check(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=\"0012345\"|0012345",
                "=T(\"0012345\")|0012345",
                "=0012345|0012345",
                "= 0012345|0012345",
                "'0012346|0012346",
                "''0012346|0012346",
                "'AB-1'|AB-1",
                "\"0012\"|0012",
                "\"=\"\"0012\"\"\"|0012",
                "0012349.0|0012349",
                "12349,00|12349",
                "12.00000|12",
                "1,234,567|1234567",
                "12,345|12345",
                "1,234,567.00|1234567",
                "1.234.567|1234567",
                "1.234.567,00|1234567",
                "1 234 567|1234567",
                "1.234,00|1234",
                "12 345,0|12345",
                "12'345|12345",
                "13,45,60,00,00,017|1345600000017",
                "'1,234,567.0|1234567"
            })
    void theTextInsideIsKnown(String text, String inside) {
        assertThat(ANY.check(text)).contains(SCHEME_MISMATCH);
        assertThat(ANYTHING.check(text)).contains(SCHEME_MISMATCH);
        assertThat(SpreadsheetDebris.of(text).inside()).isEqualTo(inside);
        assertThat(ANY.check(inside)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,000",
                "12.000",
                "664.342",
                "=\"=\"\"x\"\"\"y\"",
                "89445001021983000000.0",
                "89,445,001,021,983,000,000",
                "3.52656E+14",
                "3,52656e+14",
                "35.2656E+13",
                "3.52656E14",
                "AB12...",
                "AB12\u2026",
                "4901542032375.."
            })
    void whatNobodyCanKnowHasNoTextInside(String text) {
        assertThat(ANY.check(text)).isPresent();
        assertThat(SpreadsheetDebris.of(text).inside()).isNull();
    }

    @Test
    void aPatternTakesForItselfWhatLooksLikeDebris() {
        assertThat(serial("[0-9]{2}\\.0").check("12.0")).isEmpty();
        assertThat(serial("'[A-Z]+").check("'AB")).isEmpty();
        assertThat(serial("[0-9]\\.[0-9]E\\+[0-9]+").check("1.5E+3")).isEmpty();
        assertThat(serial("[0-9.]+").check("12.0")).contains(SCHEME_MISMATCH);
        assertThat(serial("[A-Z]{4}").check("NULL")).contains(SCHEME_MISMATCH);
    }

    /** A device that was enrolled before this rule existed can still prove itself. */
    @Test
    void aDeviceIsFoundByWhatItWasEnrolledAs() {
        for (String enrolled :
                new String[] {"0012349.0", "'0012346", "AB\u20131234", "NULL", "A\uFE0F1", "\u0661\u0662"}) {
            assertThat(ANY.check(enrolled)).isPresent();
            assertThat(ANY.checkWanted(enrolled)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB\u20131234",
                "AB\u20101235",
                "AB\u22121236",
                "AB\u20111237",
                "AB\u20141238",
                "AB\u30FC1239",
                "AB\u00B41",
                "AB\u20191",
                "AB\u201C1",
                "AB\u20441",
                "AB\u22151",
                "AB\u2236CD",
                "AB\uA7891",
                "AB\u22161",
                "AB\u05F31",
                "AB\uFF0D1"
            })
    void aSignThatIsNotOfAsciiOnlyLooksLikeOne(String text) {
        assertThat(ANY.check(text)).contains(LOOKALIKE);
        assertThat(ANYTHING.check(text)).contains(LOOKALIKE);
        assertThat(LookalikeSigns.plain(text)).isNotEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "AB\u0661\u0662", "\u06F1\u06F2\u06F3", "\u0967\u0968", "\uD83A\uDD51"})
    void aDigitOfAnotherScriptIsNoneOfAscii(String text) {
        assertThat(ANY.check(text)).contains(LOOKALIKE);
        assertThat(ANYTHING.check(text)).contains(LOOKALIKE);
        assertThat(ANY.check(ForeignDigits.plain(text))).isEmpty();
        assertThat(serial("[\u0660-\u0669]+").check("\u0661\u0662")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\uFE0F1", "A\u034F1", "A\u31641", "\u2800A1", "A\uDB40\uDD001"})
    void aCharacterThatDoesNotShowIsUnprintableWhateverItsKind(String text) {
        assertThat(ANY.check(text)).contains(UNPRINTABLE);
        assertThat(ANYTHING.check(text)).contains(UNPRINTABLE);
    }

    @ParameterizedTest
    @EnumSource(IdentifierScheme.class)
    void everySchemeRefusesAnErrorValue(IdentifierScheme scheme) {
        assertThat(IdentifierRules.of(scheme, ".+").check("#N/A")).contains(SCHEME_MISMATCH);
    }

    private static IdentifierRules serial(String pattern) {
        return IdentifierRules.of(IdentifierScheme.SERIAL, pattern);
    }
}
