package dev.muster.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    private static final String HASH = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void aHashHasOneText() throws Exception {
        assertThat(fields("\"" + HASH + "\"").hash("it")).hasSize(32);
        assertThat(fields("[\"" + HASH + "\"]").hashes("it")).hasSize(1);
    }

    /** Without padding, with another last bit, of the alphabet for addresses, with a blank or a line break, of another length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\"",
                "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\"",
                "\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\"",
                "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= \"",
                "\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\\n\"",
                "\"47DE\"",
                "\"\"",
                "1",
                "null"
            })
    void anotherTextIsNoHash(String value) {
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> fields(value).hash("it"));
        assertThatExceptionOfType(NotVerified.class)
                .isThrownBy(() -> fields("[" + value + "]").hashes("it"));
    }

    private static JsonFields fields(String value) throws NotVerified {
        return JsonFields.parse("Line 1", ("{\"it\":" + value + "}").getBytes(StandardCharsets.UTF_8));
    }
}
