package dev.muster.domain.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void readsAnObject() throws Exception {
        assertThat(StrictJson.object(bytes(" {\"a\":{\"b\":[1,\"ü\"]},\"c\":{\"b\":2}}\n")))
                .containsOnlyKeys("a", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"a\"",
                "[]",
                "{",
                "{}}",
                "{}{}",
                "{} x",
                "{}\u0000",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":1e99999999999999}",
                "{\"a\":\"\n\"}",
                "{/**/}",
                "\uFEFF{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{\"o\":[{\"a\":1,\"a\":2}]}",
                "{\"o\":[[{\"p\":{\"a\":1,\"a\":2}}]]}"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> StrictJson.object(bytes(text))).isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void depthIsBounded() throws Exception {
        assertThat(StrictJson.object(bytes("{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}")))
                .hasSize(1);
        for (int depth : new int[] {8, 900, 2_000, 8_000}) {
            String arrays = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            String objects = "{\"a\":".repeat(depth) + "{}" + "}".repeat(depth);
            assertThatThrownBy(() -> StrictJson.object(bytes(arrays))).isInstanceOf(MalformedRequestException.class);
            assertThatThrownBy(() -> StrictJson.object(bytes(objects))).isInstanceOf(MalformedRequestException.class);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[][] wrong = {
            {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'},
            {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'},
            {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'},
            {'{', '"', 'a', '"', ':', '"', (byte) 0xe2, (byte) 0x82, '"', '}'},
            "{}".getBytes(StandardCharsets.UTF_16)
        };
        for (byte[] bytes : wrong) {
            assertThatThrownBy(() -> StrictJson.object(bytes)).isInstanceOf(MalformedRequestException.class);
        }
    }

    @Test
    @Timeout(2)
    void manyMembersAndLongNumbersTakeNoTime() {
        String digits = "9".repeat(16_000);
        assertThatThrownBy(() -> StrictJson.object(bytes("{\"a\":" + digits + "x}")))
                .isInstanceOf(MalformedRequestException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
