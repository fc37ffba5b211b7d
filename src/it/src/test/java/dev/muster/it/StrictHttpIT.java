package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with two readings (RFC 9112) are answered 400 on all three listeners, and nothing after them is answered. */
class StrictHttpIT {

    private static final String ADDRESS = "127.0.0.31";

    private static final String START =
            "POST /api/v1/telemetry HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private static final String GOOD = "GET /api/v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** A body before it has no line break at its end. */
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private static final Map<String, String> AMBIGUOUS = ambiguous();

    private final MusterServer server = Database.POSTGRESQL.server();

    private static Map<String, String> ambiguous() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("length and chunks", START + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("chunks and length", START + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n");
        all.put("two lengths", START + "Content-Length: 0\r\nContent-Length: 44\r\n\r\n");
        all.put("two lengths in one field", START + "Content-Length: 0, 44\r\n\r\n");
        all.put("a length that is no number", START + "Content-Length: +2\r\n\r\n{}");
        all.put("an unknown coding", START + "Transfer-Encoding: cow\r\n\r\n0\r\n\r\n");
        all.put("a coding that the server does not do", START + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        all.put("chunks twice", START + "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n\r\n0\r\n\r\n");
        all.put("chunks in HTTP/1.0", START.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        all.put("no host", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n");
        all.put("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
        all.put("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n");
        all.put("a host that is none", "GET / HTTP/1.1\r\nHost: evil.example/x\r\n\r\n");
        all.put("a folded field", START + "X: a\r\n Content-Length: 44\r\n\r\n");
        all.put("a blank before the first field", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n");
        all.put("a blank before the colon", START + "Content-Length : 44\r\n\r\n");
        all.put("a field without a name", START + ": a\r\n\r\n");
        all.put("a field without a colon", START + "Content-Length\r\n\r\n");
        all.put("lines that end with LF alone", "GET / HTTP/1.1\nHost: localhost\n\n");
        all.put("CR within a field", START + "X: a\rContent-Length: 44\r\n\r\n");
        all.put("LF within a field", START + "X: a\nContent-Length: 44\r\n\r\n");
        all.put("NUL in a field", START + "X: a\u0000b\r\n\r\n");
        all.put("another control character in a field", START + "X: a\u0008b\r\n\r\n");
        all.put("a blank in the target", "GET / x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        all.put("a tabulator in the first line", "GET\t/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
        all.put("a target that is no path", "GET x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        all.put("no version", "GET /\r\n\r\n");
        all.put("nonsense", "nonsense\r\n\r\n");
        all.put("a chunk without a length", START + "Transfer-Encoding: chunked\r\n\r\nx\r\n");
        all.put("a chunk longer than it says", START + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n");
        all.put("a chunk line that ends with LF", START + "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n");
        all.put("a broken trailer", START + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX : a\r\n\r\n");
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "device", "http"})
    void isRefusedAndTheConnectionEnds(String listener) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> one : AMBIGUOUS.entrySet()) {
            try (RawConnection connection = RawConnection.open(server, urlOf(listener), ADDRESS)) {
                List<String> statuses =
                        statuses(connection.send(one.getValue() + GOOD).rest());
                if (!statuses.equals(List.of("400"))) {
                    faults.add(one.getKey() + ": " + statuses);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** In a pipeline, what came before is answered first. */
    @Test
    void aRequestBeforeItIsAnswered() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, String> one : AMBIGUOUS.entrySet()) {
            try (RawConnection connection = RawConnection.open(server, server.url(), ADDRESS)) {
                List<String> statuses =
                        statuses(connection.send(GOOD + one.getValue() + GOOD).rest());
                if (!statuses.equals(List.of("404", "400"))) {
                    faults.add(one.getKey() + ": " + statuses);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "device", "http"})
    void goodRequestsOfAPipelineAreAllAnswered(String listener) throws IOException {
        String chunks = START + "Transfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\nX-Trailer: a\r\n\r\n";
        String body = START + "Content-Length: 2\r\n\r\n{}";
        try (RawConnection connection = RawConnection.open(server, urlOf(listener), ADDRESS)) {
            String all = GOOD + chunks + body + "\r\n" + GOOD.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
            List<String> statuses = statuses(connection.send(all).rest());
            assertThat(statuses).hasSize(4);
            assertThat(statuses.get(0)).isEqualTo(statuses.get(3));
            assertThat(statuses.get(1)).isEqualTo(statuses.get(2));
        }
    }

    /** A request that arrives octet by octet. */
    @Test
    void aSlowRequestIsOneRequest() throws IOException {
        try (RawConnection connection = RawConnection.open(server, server.url(), ADDRESS)) {
            for (char octet :
                    GOOD.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").toCharArray()) {
                connection.send(String.valueOf(octet));
            }
            assertThat(statuses(connection.rest())).containsExactly("404");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "device", "http"})
    void whatTheServerDoesNotDoIsRefused(String listener) throws IOException {
        assertThat(answer(listener, "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n"))
                .containsExactly("505");
        assertThat(answer(listener, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).containsExactly("505");
        assertThat(answer(listener, "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .containsExactly("501");
        assertThat(answer(listener, "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(9_000) + "\r\n\r\n"))
                .containsExactly("431");
    }

    /** TRACE would show a script the fields that it may not read. */
    @ParameterizedTest
    @ValueSource(strings = {"https", "device", "http"})
    void nothingIsEchoed(String listener) throws IOException {
        for (String path : List.of("/", "/login.xhtml", "/resources/muster/logo.svg", "/api/v1/device", "/health")) {
            try (RawConnection connection = RawConnection.open(server, urlOf(listener), ADDRESS)) {
                String answer = connection
                        .send("TRACE " + path
                                + " HTTP/1.1\r\nHost: localhost\r\nX-Secret: 8fa1c\r\nConnection: close\r\n\r\n")
                        .rest();
                assertThat(answer).as(path).startsWith("HTTP/1.1 501 ").doesNotContain("8fa1c");
            }
        }
    }

    private List<String> answer(String listener, String request) throws IOException {
        try (RawConnection connection = RawConnection.open(server, urlOf(listener), ADDRESS)) {
            return statuses(connection.send(request).rest());
        }
    }

    private static List<String> statuses(String answers) {
        return STATUS.matcher(answers).results().map(match -> match.group(1)).toList();
    }

    private String urlOf(String listener) {
        return switch (listener) {
            case "https" -> server.url();
            case "device" -> server.deviceUrl();
            default -> server.plainUrl();
        };
    }
}
