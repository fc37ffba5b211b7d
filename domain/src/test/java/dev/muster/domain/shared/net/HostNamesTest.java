package dev.muster.domain.shared.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    private static final HostNames NAMES = new HostNames(
            List.of("Muster.Example", "xn--mnster-3ya.example", "localhost", "127.0.0.1", "::1", "[2001:db8::7]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "muster.example",
                "MUSTER.EXAMPLE",
                "muster.example.",
                "muster.example..",
                "\uFF4D\uFF55\uFF53\uFF54\uFF45\uFF52.example",
                "muster\u3002example",
                "muster\uFF0Eexample",
                "muster\uFF61example\uFF61",
                "mus\u200Bter.example",
                "mus\u00ADter.example",
                "\uFEFFmuster.example",
                "mus\u2060ter.example",
                "mu\uFE0Fster.example",
                "muster.\u202Eexample",
                "mu\u017Fter.example",
                "\u24DC\u24E4\u24E2\u24E3\u24D4\u24E1.example",
                "\uD835\uDC26uster.example",
                "muster .example",
                "xn--muster-.example",
                "https://muster.example",
                "https://muster.example:8181/login.xhtml",
                "muster.example:8443",
                "m\u00FCnster.example",
                "mu\u0308nster.example",
                "M\u00DCNSTER.EXAMPLE",
                "XN--MNSTER-3YA.EXAMPLE.",
                "\uFF58\uFF4E--mnster-3ya.example",
                "localhost",
                "LocalHost.",
                "\u2113ocalhost",
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f.0.0.1",
                "0x7F000001",
                "0177.0.0.01",
                "\uFF11\uFF12\uFF17.0.0.1",
                "127.0.0.1:8181",
                "::1",
                "[::1]",
                "[::1]:8181",
                "0:0:0:0:0:0:0:1",
                "::0001",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "2001:DB8:0::0007",
                "[2001:db8::7%25eth0]"
            })
    void knowsItsNamesInEverySpelling(String spelling) {
        assertThat(NAMES.contains(spelling)).isTrue();
        assertThatThrownBy(() -> NAMES.requireNoHost(new TenantName(spelling)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED));
        assertThatThrownBy(() -> NAMES.requireOther(new TenantName(spelling))).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tracker 7",
                "muster",
                "example",
                "our.muster.example",
                "muster.example.org",
                "muster-example",
                "musterexample",
                "muster.examp1e",
                "localhosts",
                "127.0.0.2",
                "127.0.0.256",
                "127.0.0.0.1",
                "127..1",
                "4294967296",
                "08.1",
                "::2",
                "2026",
                "[",
                "]:",
                ":",
                ".",
                "\u200B",
                "xn--",
                "xn--\u00FC",
                "https://"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(NAMES.contains(name)).isFalse();
        assertThatCode(() -> NAMES.requireOther(new TenantName(name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*.example", "\uFF0A.example", "\uFE61", "*.Muster.Example", "l*calhost", "Trackers *"})
    void refusesWildcardsInCertificates(String name) {
        assertThat(HostNames.hasWildcard(name)).isTrue();
        assertThatThrownBy(() -> NAMES.requireNoHost(new TenantName(name))).isInstanceOf(ProblemException.class);
    }

    @Test
    void leavesWildcardsToTenants() {
        assertThatCode(() -> NAMES.requireOther(new TenantName("Five* Hotels"))).doesNotThrowAnyException();
    }
}
