package dev.muster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColonFilterTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me,   /api/v1/me",
        "/a%253Ab,     /a%3Ab",
        "/a%25253ab,   /a%253ab",
        "/100%25/%203, /100%25/%203",
        "/a%253,       /a%253"
    })
    void eachColonIsDecodedOnce(String path, String plain) {
        assertThat(ColonFilter.plain(path)).isEqualTo(plain);
    }
}
