package dev.muster.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeHeaderTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/json;charset=\"utf-8\"",
                " text/csv ",
                "application/problem+json"
            })
    void mediaTypesAndNoneAtAllAreReadable(String value) {
        assertThat(ContentTypeHeader.isReadable(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application",
                "foo bar",
                ";",
                "/",
                "/json",
                "application/",
                "text/ json",
                "a/b, c/d",
                "a/b; c",
                "a/b;c=\"d"
            })
    void whatNamesNoMediaTypeIsNot(String value) {
        assertThat(ContentTypeHeader.isReadable(value)).isFalse();
    }
}
