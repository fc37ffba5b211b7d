package dev.muster.domain.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.shared.WrittenNumber;
import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentence about JSON that cannot be read names the place and what is wrong, and repeats nothing of the text. */
class StrictJsonPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":NaN}            | line 1, column 6 (byte offset 5)  | NaN and Infinity",
                "{\"a\":-NaN}           | line 1, column 7 (byte offset 6)  | NaN and Infinity",
                "{\"a\":Infinity}       | line 1, column 6 (byte offset 5)  | NaN and Infinity",
                "{\"a\":-Infinity}      | line 1, column 7 (byte offset 6)  | NaN and Infinity",
                "{\"a\":inf}            | line 1, column 6 (byte offset 5)  | NaN and Infinity",
                "{\"ü\":nan}            | line 1, column 6 (byte offset 6)  | NaN and Infinity",
                "{'a':1}                | line 1, column 2 (byte offset 1)  | single quote",
                "{\"a\":True}           | line 1, column 6 (byte offset 5)  | small letters",
                "{\"a\":None}           | line 1, column 6 (byte offset 5)  | small letters",
                "{\"a\":1,}             | line 1, column 8 (byte offset 7)  | bracket closes",
                "[1,]                   | line 1, column 4 (byte offset 3)  | index 1",
                "{\"a\":1               | byte offset 6                     | ends before the JSON does",
                "{\"a\":\"x             | byte offset 7                     | ends before the JSON does",
                "{\"a\":1} {}           | byte offset 8                     | Something follows",
                "{\"a\":1,\"a\":2}      | line 1                            | same member twice",
                "// x                   | byte offset 0                     | no comments",
                "{\"a\":+1}             | byte offset 5                     | plus sign",
                "{\"a\":007}            | byte offset 6                     | no zeros before it",
            })
    void tellsThePlaceAndTheMistake(String text, String place, String mistake) {
        assertThat(sentence(utf8(text))).contains(place).contains(mistake).endsWith(".");
    }

    @Test
    void countsLinesAndTheItemsOfAnArray() {
        String text = "[{\"ts\":1},\n {\"ts\":2},\n {\"ts\":\n  NaN}]";
        assertThat(sentence(utf8(text)))
                .contains("line 4, column 3 (byte offset " + (text.length() - 5) + ")")
                .contains("index 2 of the array");
    }

    @Test
    void findsThePlaceInALongText() {
        String text = "[" + "{\"data\":{\"t\":21.5}},".repeat(999) + "{\"data\":{\"t\":NaN}}]";
        assertThat(sentence(utf8(text)))
                .contains("byte offset " + text.indexOf("NaN"))
                .contains("index 999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}\u0000", "{}\u0000\u0000\u0000", "{\"a\":1}\n\u0000"})
    void tellsOfANulAfterTheJson(String text) {
        assertThat(sentence(utf8(text))).contains("NUL byte").contains("byte offset " + text.indexOf(0));
    }

    @Test
    void tellsOfMarksAndOtherEncodings() {
        assertThat(sentence(utf8("\uFEFF{}"))).contains("byte order mark").contains("byte offset 0");
        for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            assertThat(sentence("{\"a\":1}".getBytes(Charset.forName(name)))).contains("UTF-16");
        }
        assertThat(sentence("{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("not UTF-8")
                .contains("byte offset 6");
        assertThat(sentence(new byte[0])).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void tellsWhatIsNoObject(String text) {
        assertThat(catchThrowableOfType(MalformedRequestException.class, () -> StrictJson.object(utf8(text))))
                .hasMessageContaining("has to be an object");
    }

    @Test
    void numbersAreBounded() throws Exception {
        for (String number : new String[] {
            "9".repeat(5_000),
            "0." + "1".repeat(5_000),
            "1e999999999",
            "1E-100000",
            "-1e+999999999999",
            "1e" + "9".repeat(5_000)
        }) {
            assertThat(sentence(utf8("{\"a\":" + number + "}")))
                    .contains("number")
                    .contains("byte offset");
        }
        JsonObject read = StrictJson.object(utf8("{\"a\":1e99999,\"b\":-1e-099999,\"c\":" + "7".repeat(1_000) + "}"));
        assertThat(read.getJsonNumber("a").isIntegral()).isFalse();
        assertThat(read.getJsonNumber("c").bigIntegerValueExact().bitLength()).isPositive();
    }

    @Test
    void numbersRememberHowTheyWereWritten() throws Exception {
        JsonObject read = StrictJson.object(utf8("{\"a\":12,\"b\":-12,\"c\":1.5,\"d\":12e0,\"e\":1E1}"));
        assertThat(number(read, "a").isWhole()).isTrue();
        assertThat(number(read, "b").isWhole()).isTrue();
        assertThat(number(read, "c").isPlain()).isTrue();
        assertThat(number(read, "c").isWhole()).isFalse();
        assertThat(number(read, "d").isPlain()).isFalse();
        assertThat(number(read, "e").isPlain()).isFalse();
        assertThat(read.getInt("d")).isEqualTo(12);
    }

    @Test
    void repeatsNothingOfTheText() {
        for (String text : new String[] {
            "{\"secret\":secret}",
            "{\"secret\":1,\"secret\":2}",
            "{\"a\":\"secret",
            "{} secret",
            "secret",
            "[\"secret\" secret]"
        }) {
            assertThat(sentence(utf8(text))).doesNotContain("secret");
        }
    }

    private static WrittenNumber number(JsonObject read, String name) {
        return (WrittenNumber) read.get(name);
    }

    private static String sentence(byte[] bytes) {
        return catchThrowableOfType(MalformedRequestException.class, () -> StrictJson.value(bytes))
                .getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
