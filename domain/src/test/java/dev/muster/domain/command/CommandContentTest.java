package dev.muster.domain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandContentTest {

    @Test
    void anObjectIsKeptWithoutBlanks() {
        assertThat(CommandContent.read(" { \"interval\" : 60 , \"names\" : [ \"ü\" ] } ")
                        .json())
                .isEqualTo("{\"interval\":60,\"names\":[\"ü\"]}");
        assertThat(CommandContent.read("{}").json()).isEqualTo("{}");
    }

    @Test
    void numbersKeepTheirValue() {
        assertThat(CommandContent.read("{\"a\":1.50,\"b\":1e3}").json()).isEqualTo("{\"a\":1.50,\"b\":1E+3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "[1]", "60", "\"on\"", "null", "{\"a\":1", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}"})
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> CommandContent.read(text)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
            assertThat(refused.getMessage()).endsWith(".");
        });
    }

    @Test
    void aMistakeHasItsPlace() {
        assertThatThrownBy(() -> CommandContent.read("{\n \"a\": on}")).hasMessageEndingWith("at line 2, column 7.");
        assertThatThrownBy(() -> CommandContent.read("[1]")).hasMessageEndingWith("in curly brackets.");
    }

    @Test
    void sixtyFourKibibytesAreTheLimit() {
        String longest = "{\"a\":\"" + "x".repeat(CommandContent.MAX_BYTES - 8) + "\"}";
        assertThat(CommandContent.read(longest).json()).isEqualTo(longest);
        assertThatThrownBy(() -> CommandContent.read(longest.replace("x\"", "xx\"")))
                .hasMessageContaining("65537 bytes; at most 65536");
    }

    @Test
    void aMissingContentIsRefused() {
        assertThatThrownBy(() -> CommandContent.of(null)).hasMessageContaining("data is missing");
    }

    @Test
    void itsTextIsNotShown() {
        assertThat(CommandContent.read("{\"pin\":1234}")).hasToString("CommandContent[12 characters]");
    }
}
