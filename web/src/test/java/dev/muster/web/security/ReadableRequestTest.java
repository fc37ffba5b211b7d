package dev.muster.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableRequestTest {

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "utf-8, true", "ISO-8859-1, true", "none, false", "'', false", "'a b', false", "%, false"
    })
    void onlyAnEncodingThatExistsIsRead(String name, boolean isSupported) {
        assertThat(ReadableRequest.isSupported(name)).isEqualTo(isSupported);
    }
}
