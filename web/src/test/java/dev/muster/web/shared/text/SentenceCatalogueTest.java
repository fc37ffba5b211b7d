package dev.muster.web.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.csv.OddCells;
import dev.muster.domain.manufacturer.IdentifierFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.RetryLaterException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceCatalogueTest {

    @Test
    void aSentenceIsFoundByItsText() {
        assertThat(german("Your role does not have this right.")).isEqualTo("Ihre Rolle hat dieses Recht nicht.");
    }

    @Test
    void itsValuesStay() {
        assertThat(german("The name has 300 characters; at most 200 are allowed."))
                .isEqualTo("Der Name hat 300 Zeichen; erlaubt sind höchstens 200.");
        assertThat(german("The key “devices” comes twice.")).isEqualTo("Der Schlüssel “devices” kommt doppelt vor.");
    }

    @Test
    void numbersHaveTheSeparatorsAndPluralsOfTheLanguage() {
        assertThat(german("The file has 1,234,567 rows; at most 1,000,000 are allowed. Import it in parts."))
                .isEqualTo(
                        "Die Datei hat 1.234.567 Zeilen; erlaubt sind höchstens 1.000.000. Importieren Sie sie in Teilen.");
        assertThat(german("2 blank lines were skipped.")).isEqualTo("2 leere Zeilen wurden übersprungen.");
        assertThat(arabic("2 blank lines were skipped.")).isEqualTo("تم تخطي سطرين فارغين.");
        assertThat(arabic("1,200 blank lines were skipped.")).isEqualTo("تم تخطي 1,200 سطر فارغ.");
    }

    @Test
    void wordsOfOursInASentenceAreTranslated() {
        assertThat(german("A spreadsheet wrote an error value instead of the device type. Enter it."))
                .isEqualTo(
                        "Statt „Gerätetyp“ hat eine Tabellenkalkulation einen Fehlerwert geschrieben. Tragen Sie den Wert ein.");
        assertThat(
                        german(
                                "This row has " + OddCells.told(new String[] {"a", "b", "x. Y"}, 2)
                                        + ". Check all its cells: they may have shifted. Then enter the identifier again, or delete the row."))
                .startsWith("Diese Zeile hat 3 Zellen, die Kopfzeile 2; zu viel: \"x. Y\". Prüfen Sie");
        assertThat(german(new DraftChange.DeleteInvalid(false).description(3))).isEqualTo("Löschen von 3 Zeilen");
    }

    @Test
    void whatIsAddedToASentenceIsASentenceOfItsOwn() {
        assertThat(german(new RetryLaterException(Duration.ofSeconds(90), "There were too many wrong logins.")
                        .getMessage()))
                .isEqualTo("Es gab zu viele falsche Anmeldungen. Versuchen Sie es in 90 Sekunden wieder.");
        assertThat(german("Nothing was added. "
                        + QuotaReachedException.ofRate(Quota.DEVICES, 1000, 1).getMessage()))
                .isEqualTo("Nichts wurde hinzugefügt. Das Kontingent ist erreicht (Geräte: höchstens 1.000). Senden Sie"
                        + " das später noch einmal, oder bitten Sie einen Administrator um ein höheres Kontingent.");
    }

    /** The longest join of sentences wins: a name with a full stop does not break its sentence. */
    @Test
    void aValueMayHaveAFullStop() {
        assertThat(
                        german(
                                "Dr. Otto GmbH lets only organizations on its list import its identifiers. Ask it to add yours."))
                .startsWith("Dr. Otto GmbH lässt nur");
    }

    @Test
    void valuesDoNotTurnTheOrderOfAnArabicSentence() {
        assertThat(arabic("The key a.b comes twice.")).isEqualTo("المفتاح \u2068a.b\u2069 مكرر.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Somebody else wrote this.  It stays. ",
                "identifiers",
                "You have many passkeys; nobody can have more. Delete one of them.",
                "Diese Zeile hat keinen Namen. Geben Sie einen ein."
            })
    void anythingElseStays(String text) {
        assertThat(german(text)).isEqualTo(text);
        assertThat(arabic(text)).isEqualTo(text);
    }

    @Test
    void aKnownSentenceAmongUnknownOnesIsTranslated() {
        assertThat(german("Who knows. Nothing was added. Nobody."))
                .isEqualTo("Who knows. Nichts wurde hinzugefügt. Nobody.");
    }

    @Test
    void whereANumberIsNeededNothingElseFits() {
        assertThat(german("xx blank lines were skipped.")).isEqualTo("xx blank lines were skipped.");
        assertThat(german("99999999999 blank lines were skipped.")).isEqualTo("99999999999 blank lines were skipped.");
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "The header line (line ".repeat(90),
                "The header line (line 1) was read as " + " columns separated by , but line ".repeat(55),
                "A. ".repeat(600),
                ". ".repeat(39) + "x".repeat(1900),
                "Nothing was added. ".repeat(39) + "x",
                " in ".repeat(499),
                "{0} {1,plural,one{#}} '".repeat(80),
                "the deletion of ".repeat(120) + "1 row",
                "x".repeat(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void noTextTakesLong(String text) {
        german(text);
        assertTimeout(Duration.ofMillis(500), () -> german(text));
    }

    @Test
    void aTextThatIsTooLongStays() {
        String name = "x".repeat(SentenceCatalogue.MAX_LENGTH);
        assertThat(german("The key " + name + " comes twice.")).isEqualTo("The key " + name + " comes twice.");
    }

    static Stream<Arguments> wrongIdentifiers() {
        return Stream.of(
                        "",
                        "123",
                        "1234567890123456",
                        "49015420323751",
                        "490154203237517",
                        "4.90154E+14",
                        "#N/A",
                        "x\u0430",
                        "y\u0000")
                .flatMap(text -> Arrays.stream(IdentifierScheme.values()).map(scheme -> Arguments.of(scheme, text)));
    }

    @ParameterizedTest
    @MethodSource("wrongIdentifiers")
    void whatIsWrongWithAnIdentifierIsTranslated(IdentifierScheme scheme, String text) {
        IdentifierRules rules = IdentifierRules.of(scheme, scheme == IdentifierScheme.SERIAL ? "[A-Z]{9}" : null);
        for (IdentifierFault fault : IdentifierFault.values()) {
            assertThat(arabic(rules.explain(fault, text))).doesNotContainPattern("[a-z]");
        }
    }

    @ParameterizedTest
    @EnumSource(Quota.class)
    void eachQuotaIsTranslated(Quota quota) {
        assertThat(arabic(QuotaReachedException.ofRate(quota, 5, 1).getMessage()))
                .doesNotContainPattern("[a-z]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The file is a gzip file, not CSV text. Unpack it, or open it and save the sheet. Save it as CSV UTF-8: in Excel by File, Save As, "CSV UTF-8 (Comma delimited)"; in LibreOffice by File, Save As, Text CSV with the character set Unicode (UTF-8). | Die Datei ist eine gzip-Datei, kein CSV-Text. Entpacken
                    The name of the file ends in .xlsx; an import is a CSV file (.csv, .txt or .tsv). If the file is CSV, give it a name that ends in .csv. If it is not: Save it as CSV UTF-8: in Excel by File, Save As, "CSV UTF-8 (Comma delimited)"; in LibreOffice by File, Save As, Text CSV with the character set Unicode (UTF-8). | Der Name der Datei endet auf .xlsx; ein Import
                    The header line (line 2) has no column "Name" (for deviceName). It was read as 2 columns separated by tabs: "a", "b" and 3 more. Add it, or say which column holds it. | Die Kopfzeile (Zeile 2) hat keine Spalte "Name" (für deviceName). Gelesen wurde sie als 2 Spalten mit dem Trennzeichen Tabulatoren: "a", "b" und 3 weitere. Ergänzen
                    5 rows have an identifier that is probably a placeholder: the same digit throughout, or digits that count (first in line 7). | 5 Zeilen haben eine Kennung, die wahrscheinlich ein Platzhalter ist: immer dieselbe Ziffer oder fortlaufende Ziffern (zuerst in Zeile 7).
                    2 rows have an identifier of 16 or more digits with only zeros from the sixteenth digit on. A spreadsheet has probably rounded them. Compare them with the devices' labels (first in line 7). | 2 Zeilen haben eine Kennung mit mindestens 16 Ziffern, ab der 16. nur Nullen.
                    2 rows were skipped: the report calls them enrolled. | 2 Zeilen wurden übersprungen: Der Bericht bezeichnet sie als angemeldet.
                    2 rows came without cells at the end that may be empty, or with extra empty cells. Nothing is lost. | 2 Zeilen kamen ohne Zellen am Ende
                    The file came at less than 1000 bytes a second. Upload the file again. | Die Datei kam mit weniger als 1000 Byte pro Sekunde. Laden
                    The password contains the user's name, which others try first. Without it only 3 letters and digits are left; it needs 8. A few words in a row are enough. | Das Passwort enthält den Namen des Benutzers; das probieren
                    the new device name of 1 row | neuer Wert für „Gerätename“ in 1 Zeile
                    “Add the check digit” in 12 rows | „Prüfziffer ergänzen“ in 12 Zeilen
                    """)
    void sentencesOfPartsAreTranslatedAsAWhole(String english, String german) {
        assertThat(german(english)).startsWith(german).doesNotContainPattern("\\b(the|and|or)\\b");
    }

    @Test
    void englishStays() {
        String text = "Your role does not have this right.";
        assertThat(SentenceCatalogue.of(Language.ENGLISH).translate(text)).isSameAs(text);
    }

    private static String german(String english) {
        return SentenceCatalogue.of(Language.GERMAN).translate(english);
    }

    private static String arabic(String english) {
        return SentenceCatalogue.of(Language.ARABIC).translate(english);
    }
}
