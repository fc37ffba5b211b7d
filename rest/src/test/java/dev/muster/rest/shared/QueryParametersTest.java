package dev.muster.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.time.Instant;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Test
    void aMissingParameterHasItsDefault() {
        assertThat(QueryParameters.constant("type", null, DeviceType.class)).isNull();
        assertThat(QueryParameters.flag("invalid", null)).isFalse();
        assertThat(QueryParameters.id("import", null)).isNull();
        assertThat(QueryParameters.integer("size", null, 50)).isEqualTo(50);
        assertThat(QueryParameters.integer("change", null)).isEqualTo(OptionalInt.empty());
        assertThat(QueryParameters.number("to", null, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(QueryParameters.exact("identifier", null)).isNull();
        assertThat(QueryParameters.search(null, "name", null)).isNull();
    }

    @Test
    void aValueIsRead() {
        assertThat(QueryParameters.constant("type", "GATEWAY", DeviceType.class))
                .isEqualTo(DeviceType.GATEWAY);
        assertThat(QueryParameters.flag("invalid", "true")).isTrue();
        assertThat(QueryParameters.integer("change", "3")).hasValue(3);
        assertThat(QueryParameters.time("at", "2026-12-01T01:00:00+01:00"))
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(QueryParameters.search("a", "name", null)).isEqualTo("a");
        assertThat(QueryParameters.search(null, "name", "b")).isEqualTo("b");
    }

    @Test
    void aTextThatIsNoValueIsRefusedByTheNameOfTheParameter() {
        refused(() -> QueryParameters.constant("type", "gateway", DeviceType.class), "type must be one of GATEWAY");
        refused(() -> QueryParameters.flag("invalid", "yes"), "invalid must be true or false");
        refused(() -> QueryParameters.requiredId("manufacturer", null), "manufacturer must be an id");
        refused(() -> QueryParameters.integer("size", "2147483648", 50), "size must be a whole number");
        refused(() -> QueryParameters.number("to", "", 0), "to must be a whole number");
        refused(() -> QueryParameters.time("at", "2026-12-01"), "at must be a date and a time with its offset");
        refused(() -> QueryParameters.exact("identifier", " "), "identifier is blank");
        refused(() -> QueryParameters.search("a", "name", "a"), "search and name mean the same");
    }

    private static void refused(ThrowingCallable reading, String part) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.code()).isEqualTo(ProblemCode.VALIDATION_FAILED))
                .hasMessageContaining(part);
    }
}
