package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every call that the API's description names, with addresses, queries, headers and bodies that nobody means: never a 5xx. */
class HostileParameterIT {

    private static final List<String> QUERY =
            List.of("9".repeat(400), "-1", "1e9", "%00", "%ED%A0%80", "%25zz", "%2B999999999-12-31T23:59:59Z", "");

    private static final List<String> SEGMENTS = List.of(
            "%00",
            "9".repeat(300),
            "%ED%A0%80",
            "-1",
            "%25",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "%0A",
            "a%2Fb");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "1",
            "null",
            "\"x\"",
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"a\":1e999999999}",
            "[".repeat(5_000),
            "\u0000",
            "\uFEFF{}",
            "{\"a\":NaN}",
            "{} x");

    /** The stricter of the two: it takes no NUL in a text, and no number beyond its type. */
    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private ApiClient user;
    private final List<String> failures = new ArrayList<>();
    private final Set<String> tried = new HashSet<>();

    @Test
    void noCallFails() throws Exception {
        server = database.server();
        Fleet fleet = database.fleet();
        user = server.administratorByToken();
        ServerLog log = ServerLog.of(server);
        JsonObject paths = openapi();
        paths.forEach((path, calls) -> calls.asJsonObject().keySet().forEach(method -> {
            if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                Set<String> names = queryNames(calls.asJsonObject().getJsonObject(method));
                call(method.toUpperCase(Locale.ROOT), "/api" + path, names, fleet);
            }
        }));
        assertThat(failures).isEmpty();
        assertThat(tried).contains("search", "from", "to", "key", "points");
        assertThat(log.errors()).isEmpty();
    }

    /** The parameters of the query that the description names, those of every list, and one that nobody knows. */
    private static Set<String> queryNames(JsonObject call) {
        Set<String> names = new HashSet<>(Set.of("page", "size", "nobodyKnowsIt"));
        if (call.containsKey("parameters")) {
            call.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                    .filter(parameter -> parameter.getString("in").equals("query"))
                    .forEach(parameter -> names.add(parameter.getString("name")));
        }
        return names;
    }

    private void call(String method, String template, Set<String> names, Fleet fleet) {
        if (method.equals("DELETE") || template.contains("password")) {
            return;
        }
        for (String segment : SEGMENTS) {
            send(
                    method,
                    template.replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(segment)),
                    "{}",
                    null);
        }
        String path = template.replace("{organizationId}", fleet.organizationId())
                .replace("{manufacturerId}", fleet.manufacturerId())
                .replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000001");
        if (method.equals("GET")) {
            tried.addAll(names);
            names.forEach(name -> QUERY.forEach(value -> send(method, path + "?" + name + "=" + value, "", null)));
        } else {
            BODIES.forEach(body -> send(method, path, body, null));
            for (String ifMatch : List.of(
                    "\"" + "9".repeat(400) + "\"", "x", "*", "\"-1\"", "\"9223372036854775808\"", "\"1\", \"2\"")) {
                send(method, path, "{}", ifMatch);
            }
        }
    }

    private void send(String method, String path, String body, String ifMatch) {
        var request = user.request(path).method(method, BodyPublishers.ofString(body));
        if (!method.equals("GET")) {
            request.header("Content-Type", path.endsWith("/imports") ? "text/csv" : ApiClient.JSON);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        Answer answer = user.send(request);
        if (answer.status() >= 500 && answer.status() != 503) {
            failures.add(method + " " + path + " " + body.substring(0, Math.min(40, body.length())) + " If-Match "
                    + ifMatch + " -> " + answer.status());
        }
    }

    /** What no client writes that checks what it sends. */
    @Test
    void noRawRequestFails() throws Exception {
        server = database.server();
        ServerLog log = ServerLog.of(server);
        String json = "Content-Type: application/json\r\nContent-Length: 2\r\n";
        for (String request : List.of(
                "GET /api/v1/organizations?page=%zz HTTP/1.1\r\n",
                "GET /api/v1/provision/%zz/nonce HTTP/1.1\r\n",
                "GET /api/v1/provision/%c0%af/nonce HTTP/1.1\r\n",
                "GET /api/v1/provision/A/nonce HTTP/1.1\r\nAccept: ;;;\r\n",
                "GET /api/v1/device HTTP/1.1\r\nAuthorization: Basic %%%\r\n",
                "GET /api/v1/device HTTP/1.1\r\nAuthorization: Basic " + "A".repeat(5_000) + "\r\n",
                "GET /api/v1/organizations HTTP/1.1\r\nAuthorization: Bearer \u0001\r\n",
                "POST /api/v1/provision/A HTTP/1.1\r\nContent-Type: ;\r\nContent-Length: 2\r\n",
                "POST /api/v1/provision/A HTTP/1.1\r\n" + json + "Content-Encoding: x\r\n",
                "POST /api/v1/provision/A HTTP/1.1\r\n" + json + "Forwarded: for=\"[" + "\\\\".repeat(400) + "\r\n",
                "POST /api/v1/provision HTTP/1.1\r\n" + json + "Client-Cert: :" + "MAMCAQE=".repeat(50) + ":\r\n",
                "POST /api/v1/provision HTTP/1.1\r\n" + json + "Client-Cert: :MAA=:\r\nClient-Cert-Chain: ,,::,\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\n" + json + "Authorization: Basic " + "Og==" + "\r\n",
                "PATCH /api/v1/organizations/x HTTP/1.1\r\n" + json + "If-Match: " + "\"".repeat(500) + "\r\n")) {
            String answer = raw(request);
            if (!answer.isEmpty() && !answer.matches("(?s)HTTP/1\\.[01] [234].*")) {
                failures.add(request + " -> " + answer.lines().findFirst().orElse(""));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(log.errors()).isEmpty();
    }

    private String raw(String head) throws Exception {
        java.net.URI address = java.net.URI.create(server.url());
        try (java.net.Socket socket =
                Trust.in(server.root()).getSocketFactory().createSocket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            String request = head + "Host: localhost\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private JsonObject openapi() {
        ApiClient nobody = server.nobody();
        return nobody.send(nobody.request("/openapi")
                        .header("Accept", "application/json")
                        .GET())
                .expect(200)
                .json()
                .getJsonObject("paths");
    }
}
