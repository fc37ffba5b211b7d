package dev.muster.rest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of browsers, and of those who only say that they are browsers. */
class CspViolationTest {

    @Test
    void readsTheReportOfAnOlderBrowser() throws Exception {
        assertThat(read("""
                        {"csp-report":{"document-uri":"https://muster.example/organization/devices.xhtml?q=secret",
                         "effective-directive":"style-src-attr","blocked-uri":"inline","status-code":200}}"""))
                .containsExactly(new CspViolation("style-src-attr", "/organization/devices.xhtml", "inline"));
    }

    @Test
    void readsTheReportsOfAPresentBrowser() throws Exception {
        assertThat(read("""
                        [{"type":"csp-violation","age":1,"url":"https://muster.example/","body":
                          {"documentURL":"https://muster.example/","effectiveDirective":"img-src",
                           "blockedURL":"https://evil.example/x.png#a"}},
                         {"type":"deprecation","body":{}}]""")).containsExactly(new CspViolation("img-src", "/", "https://evil.example/x.png"));
    }

    @Test
    void takesNoLineBreakAndNothingLong() throws Exception {
        CspViolation violation =
                read("{\"csp-report\":{\"effective-directive\":\"a\\nSEVERE: b\\u001b[31m\",\"blocked-uri\":\""
                                + "x".repeat(1_000) + "\",\"document-uri\":7}}")
                        .getFirst();
        assertThat(violation.directive()).isEqualTo("a?SEVERE:?b??31m");
        assertThat(violation.blocked()).hasSize(120);
        assertThat(violation.page()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "1", "[[]]", "[{\"type\":\"csp-violation\"}]", "{\"csp-report\":[]}"})
    void findsNothingInOtherJson(String json) throws Exception {
        assertThat(read(json)).isEmpty();
    }

    private static List<CspViolation> read(String json) throws Exception {
        return CspViolation.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
