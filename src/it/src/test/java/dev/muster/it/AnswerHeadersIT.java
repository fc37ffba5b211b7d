package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer of all three listeners says to browsers: those of pages, of the API, and of the server itself. */
class AnswerHeadersIT {

    private static final List<String> PATHS = List.of(
            "/",
            "/login.xhtml",
            "/index.xhtml",
            "/organization/devices.xhtml",
            "/organization",
            "/organization/",
            "/nothing",
            "/nothing.xhtml",
            "/errors/404.html",
            "/jakarta.faces.resource/muster.css.xhtml?ln=muster",
            "/jakarta.faces.resource/nothing.xhtml",
            "/resources/muster/logo.svg",
            "/resources/",
            "/WEB-INF/web.xml",
            "/imports/preview",
            "/health",
            "/health/ready",
            "/metrics",
            "/openapi",
            "/api",
            "/api/",
            "/api/v1",
            "/api/v1/nothing",
            "/api/v1/pki/root.pem",
            "/api/v1/organizations",
            "/api/v1/device",
            "/api/v1/provision/ABCDEFGHIJKLMNOPQRSTUVWXYZ/nonce",
            "/favicon.ico",
            "/%2e%2e/",
            "/a%00b",
            "/%zz",
            "/a;b=c");

    private static final List<String> METHODS =
            List.of("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "NONSENSE");

    private static final Map<String, String> FIELDS = Map.of(
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "referrer-policy", "same-origin",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin");

    private final MusterServer server = Database.POSTGRESQL.server();

    private final PortalClient portal = PortalClient.at(server, "127.0.0.32");

    @ParameterizedTest
    @ValueSource(strings = {"https", "device", "http"})
    void everyAnswerHasThem(String listener) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String request : requests()) {
            try (RawConnection connection = RawConnection.open(server, urlOf(listener), "127.0.0.1")) {
                check(request, connection.send(request).head(), !listener.equals("http"), faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void noRedirectNamesTheHostThatTheClientChose(String listener) throws IOException {
        for (String path :
                List.of("/", "/organization/devices.xhtml?a=b", "/organization", "/errors", "/api", "/index.xhtml")) {
            for (String request : List.of(
                    "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                    "GET " + path + " HTTP/1.1\r\nHost: evil.example:8443\r\n\r\n",
                    "GET http://evil.example" + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                    "GET " + path + " HTTP/1.0\r\n\r\n")) {
                try (RawConnection connection = RawConnection.open(server, urlOf(listener), "127.0.0.1")) {
                    List<String> head = connection.send(request).head();
                    assertThat(head).as(request).isNotEmpty();
                    assertThat(String.join("\n", head)).as(request).doesNotContain("evil");
                    values("location", head)
                            .forEach(
                                    location -> assertThat(location).as(request).startsWith(server.url() + "/"));
                }
            }
        }
    }

    @Test
    void theLoginRedirectNamesThePublicAddress() throws IOException {
        try (RawConnection connection = RawConnection.open(server, server.url(), "127.0.0.1")) {
            List<String> head = connection
                    .send("GET /organization/devices.xhtml HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .head();
            assertThat(head.getFirst()).contains(" 302 ");
            assertThat(values("location", head))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith(server.url() + "/login.xhtml");
        }
    }

    @Test
    void noOtherSiteMayRead() {
        ApiClient nobody = server.nobody();
        for (String path : List.of("/", "/login.xhtml", "/openapi", "/health", "/metrics", "/api/v1/pki/root.pem")) {
            Answer answer = nobody.send(nobody.request(path)
                    .header("Origin", "https://evil.example")
                    .GET());
            assertThat(answer.response().headers().map().keySet())
                    .as(path)
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
    }

    @Test
    void noDirectoryIsListed() {
        for (String path :
                List.of("/resources/", "/resources/muster/", "/errors/", "/organization/", "/account/", "/api/")) {
            Answer answer = server.nobody().get(path);
            assertThat(answer.status()).as(path).isNotEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("portal.js", "devices.xhtml", "404.html");
        }
    }

    @Test
    void aPageAllowsNothingInline() {
        String policy = policy("/login.xhtml");
        assertThat(policy)
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .contains("report-uri /api/v1/csp-reports", "report-to csp")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/=]{40,}'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(server.nobody().get("/login.xhtml").header("Reporting-Endpoints"))
                .contains("csp=\"/api/v1/csp-reports\"");
        assertThat(server.nobody().get("/login.xhtml").body()).doesNotContain(" style=", "<style");
        assertThat(policy("/resources/nothing"))
                .contains("default-src 'none'; style-src 'self'", "frame-ancestors 'none'");
        assertThat(policy("/api/v1/nothing")).startsWith("default-src 'none';").doesNotContain("'self'");
    }

    /** A production run: the demonstration run also answers without TLS. */
    @Test
    void cookiesAreForThisHostAndTlsAlone() {
        for (String cookie : logIn().response().headers().allValues("Set-Cookie")) {
            assertThat(cookie).startsWith("__Host-").contains("; Secure", "; HttpOnly", "; Path=/", "; SameSite=");
            assertThat(cookie).doesNotContain("Domain", "SameSite=None");
        }
    }

    @Test
    void theLogoutClearsWhatTheBrowserKept() {
        logIn();
        Map<String, String> form = new LinkedHashMap<>(Map.of("leave", "leave", "log-out", "Log out"));
        String page = portal.get("/administration/users.xhtml").expect(200).body();
        form.put("muster.user", PortalClient.find("data-user=\"([^\"]+)\"", page));
        form.putAll(PortalClient.state(page));
        Answer left = portal.post("/administration/users.xhtml", form).expect(302);
        assertThat(left.header("Clear-Site-Data")).contains("\"cache\"");
        assertThat(portal.get("/administration/users.xhtml").status()).isEqualTo(302);
    }

    private Answer logIn() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("login", "login");
        form.put("username", System.getenv("MUSTER_ADMIN_USERNAME"));
        form.put("password", System.getenv("MUSTER_ADMIN_PASSWORD"));
        form.put("log-in", "");
        form.put("jakarta.faces.ViewState", "stateless");
        Answer answer = portal.post("/login.xhtml", form).expect(302);
        assertThat(answer.response().headers().allValues("Set-Cookie")).hasSizeGreaterThanOrEqualTo(2);
        return answer;
    }

    @Test
    void reportsOfBrowsersAreTaken() {
        ApiClient nobody = server.nobody();
        String report = "{\"csp-report\":{\"document-uri\":\"https://a/b\",\"effective-directive\":\"img-src\"}}";
        nobody.post("/api/v1/csp-reports", "application/csp-report", report).expect(204);
        nobody.post("/api/v1/csp-reports", "application/reports+json", "[{\"type\":\"csp-violation\",\"body\":{}}]")
                .expect(204);
        nobody.post("/api/v1/csp-reports", "application/csp-report", "{").expect(400);
        nobody.post("/api/v1/csp-reports", "application/csp-report", "\"" + "x".repeat(40_000) + "\"")
                .expect(413);
        nobody.post("/api/v1/csp-reports", "text/plain", report).expect(415);
        assertThat(server.onDevicePort()
                        .post("/api/v1/csp-reports", "application/csp-report", report)
                        .status())
                .isEqualTo(404);
    }

    private String policy(String path) {
        return server.nobody().get(path).header("Content-Security-Policy").orElseThrow();
    }

    private String urlOf(String listener) {
        return switch (listener) {
            case "https" -> server.url();
            case "device" -> server.deviceUrl();
            default -> server.plainUrl();
        };
    }

    private static List<String> requests() {
        String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        Stream<String> gets = PATHS.stream().map(path -> "GET " + path + rest + "\r\n");
        Stream<String> others = METHODS.stream()
                .flatMap(method -> Stream.of(
                                "/", "/login.xhtml", "/health", "/api/v1/device", "/resources/muster/logo.svg")
                        .map(path -> method + " " + path + rest + "Content-Length: 0\r\n\r\n"));
        Stream<String> broken = Stream.of(
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /" + "a".repeat(20_000) + rest + "\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                "POST /login.xhtml" + rest + "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n",
                "POST /login.xhtml" + rest + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /login.xhtml" + rest + "Content-Length: 99999999999999999999\r\n\r\n",
                "POST /api/v1/telemetry" + rest + "Expect: 100-nonsense\r\nContent-Length: 1\r\n\r\na");
        return Stream.of(gets, others, broken).flatMap(all -> all).toList();
    }

    private static void check(String request, List<String> head, boolean tls, List<String> faults) {
        String start = request.substring(0, Math.min(60, request.length())).replaceAll("\r\n.*", "");
        if (head.isEmpty()) {
            faults.add(start + ": no answer");
            return;
        }
        FIELDS.forEach((name, value) -> {
            if (!values(name, head).equals(List.of(value))) {
                faults.add(start + ": " + head.getFirst() + " has " + name + " " + values(name, head));
            }
        });
        List<String> policies = values("content-security-policy", head);
        if (policies.size() != 1
                || !Stream.of("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src 'none'")
                        .allMatch(policies.getFirst()::contains)
                || Stream.of("unsafe-inline", "unsafe-eval").anyMatch(policies.getFirst()::contains)) {
            faults.add(start + ": " + head.getFirst() + " has policies " + policies);
        }
        List<String> kept = tls ? List.of("max-age=31536000; includeSubDomains") : List.of();
        if (!values("strict-transport-security", head).equals(kept)
                || values("permissions-policy", head).size() != 1) {
            faults.add(start + ": " + head);
        }
        String type = String.join("", values("content-type", head));
        if (type.matches("(text/|[^;]*xml).*") && !type.toLowerCase(Locale.ROOT).contains(";charset=")) {
            faults.add(start + ": " + type + " has no charset");
        }
    }

    private static List<String> values(String name, List<String> head) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
