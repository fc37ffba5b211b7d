package dev.muster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void nullCountsAsAbsent() {
        JsonBody body = read("{\"a\":null}");
        assertThat(body.text("a", "otherwise")).isEqualTo("otherwise");
        assertThat(body.integer("a", 7)).isEqualTo(7);
        assertThat(body.flag("a")).isFalse();
        assertThat(body.id("a")).isNull();
        assertThat(body.constant("a", Role.class, Role.ADMINISTRATOR)).isEqualTo(Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1,\"a\":2}", "{} {}"})
    void whatIsNotOneObjectIsMalformed(String json) {
        refused(ProblemCode.MALFORMED_REQUEST, () -> read(json));
    }

    @Test
    void anUnknownMemberIsNamed() {
        assertThatThrownBy(() -> read("{\"b\":1}")).hasMessage("The member b is not known here; known members: a.");
    }

    @Test
    void anUnknownMemberThatIsNoPlainNameIsNotRepeated() {
        assertThatThrownBy(() -> read("{\"<b>\":1}")).hasMessage("A member is not known here; known members: a.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"1\"", "2147483648", "-2147483649", "1e300", "true", "{}"})
    void whatIsNoIntegerIsRefused(String value) {
        refused(
                ProblemCode.VALIDATION_FAILED,
                () -> read("{\"a\":" + value + "}").integer("a", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "-2147483648", "0"})
    void whatIsAnIntegerIsTaken(String value) {
        assertThat(read("{\"a\":" + value + "}").integer("a", 0)).isEqualTo(Integer.parseInt(value));
    }

    @Test
    void aMissingTextIsNamed() {
        assertThatThrownBy(() -> read("{}").text("a")).hasMessage("The member a is missing; it is a text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"\\ud800\"", "1", "[]"})
    void whatIsNoTextIsRefused(String value) {
        refused(
                ProblemCode.VALIDATION_FAILED,
                () -> read("{\"a\":" + value + "}").text("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1-1-1-1-1\"", "\"\"", "1"})
    void whatIsNoIdIsRefused(String value) {
        refused(
                ProblemCode.VALIDATION_FAILED,
                () -> read("{\"a\":" + value + "}").id("a"));
    }

    @Test
    void whatIsNoConstantIsToldWhichThereAre() {
        assertThatThrownBy(() -> read("{\"a\":\"KING\"}").constant("a", Role.class, null))
                .hasMessage(
                        "The member a must be one of ADMINISTRATOR, OPERATOR, ORGANIZATION_MANAGER, ORGANIZATION_VIEWER,"
                                + " MANUFACTURER_MANAGER, MANUFACTURER_VIEWER.");
    }

    private static JsonBody read(String json) {
        return JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "a");
    }

    private static void refused(ProblemCode code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
