package dev.muster.launcher.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects name the public address, whatever the Host field of the request says. */
class PublicLocationTest {

    private static final String BASE = "https://muster.example";

    @ParameterizedTest
    @CsvSource(
            value = {
                "https://evil.example/login.xhtml, evil.example, https://muster.example/login.xhtml",
                "https://EVIL.example:8181/a?b=c, evil.example:8181, https://muster.example/a?b=c",
                "https://evil.example/a, evil.example:443, https://muster.example/a",
                "http://evil.example:80/a, evil.example, https://muster.example/a",
                "https://[::1]:8181/a, [::1]:8181, /a",
                "https://127.0.0.1:8181/a, 127.0.0.1:8181, /a",
                "https://127.0.0.1.evil.example/a, 127.0.0.1.evil.example, https://muster.example/a",
                "https://evil.example, evil.example, https://muster.example/",
                "https://evil.example?a=b, evil.example, https://muster.example/?a=b",
                "https://server-1/a, , https://muster.example/a",
                "https://login.example/authorize?x=1, , https://muster.example/authorize?x=1",
                "/a, , /a",
                "https://login.example/authorize?x=1, muster.example, https://login.example/authorize?x=1",
                "/api/v1/organizations/1, evil.example, /api/v1/organizations/1"
            })
    void namesThePublicAddress(String location, String host, String sent) {
        assertThat(PublicLocation.of(location, host, BASE)).isEqualTo(sent);
    }

    @Test
    void namesThePublicAddressOnThisMachine() {
        assertThat(PublicLocation.of("https://localhost:8181/a", "localhost:8181", "https://localhost:8181"))
                .isEqualTo("https://localhost:8181/a");
    }

    @Test
    void hasNoHostWithoutAPublicAddress() {
        assertThat(PublicLocation.of("http://localhost:8080/login.xhtml", "localhost:8080", ""))
                .isEqualTo("/login.xhtml");
        assertThat(PublicLocation.of("http://server-1/login.xhtml", null, "")).isEqualTo("/login.xhtml");
    }
}
