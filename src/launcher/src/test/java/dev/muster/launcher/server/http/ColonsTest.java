package dev.muster.launcher.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColonsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me,         /api/v1/me",
        "/a:b,               /a%253Ab",
        "/a%3Ab,             /a%253Ab",
        "/a%3ab/c:d,         /a%253ab/c%253Ad",
        "/a%253Ab,           /a%25253Ab",
        "/a%25253Ab,         /a%2525253Ab",
        "/100%25/%20:,       /100%25/%20%253A",
        "/:,                 /%253A",
        "/a%3,               /a%3"
    })
    void eachColonIsEncodedOnceMore(String path, String encoded) {
        assertThat(Colons.encoded(path)).isEqualTo(encoded);
    }
}
