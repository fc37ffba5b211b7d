package dev.muster.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValue() throws Exception {
        String text =
                " {\"a\":\"\\\"\\\\\\/\\n\\r\\t\\b\\f\\u00e9é\", \"b\" : [1,-2,[],{}],\"c\":{\"d\":true,\"e\":false,\"f\":null}}\n";
        assertThat(JsonReader.object(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of(
                        "a", "\"\\/\n\r\t\b\féé",
                        "b", List.of(1L, -2L, List.of(), Map.of()),
                        "c", Map.of("d", true, "e", false, "f", Optional.empty())));
        assertThat(JsonReader.object("{\"n\":1.5e3,\"m\":1234567890123456789}".getBytes(StandardCharsets.UTF_8))
                        .values())
                .map(Object::toString)
                .containsExactly("1.5e3", "1234567890123456789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "1",
                "\"a\"",
                "{}{}",
                "{} x",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":--1}",
                "{\"a\":tru}",
                "{\"a\":nul}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"",
                "{\"a\":1,\"a\":1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":[[[[[[[[1]]]]]]]]}"
            })
    void refusesOtherTexts(String text) {
        assertThatExceptionOfType(JsonReader.Malformed.class)
                .isThrownBy(() -> JsonReader.object(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatExceptionOfType(JsonReader.Malformed.class)
                .isThrownBy(() -> JsonReader.object(new byte[] {'{', (byte) 0xC3, '}'}));
    }
}
