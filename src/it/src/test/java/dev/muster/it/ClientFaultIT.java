package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever clients do wrong, the log stays short: no stack trace, and a kind of fault is not written each time. */
class ClientFaultIT {

    private static final int TIMES = Attack.size(20, 1_000);

    /**
     * For all that a test sends: each of some twenty kinds once in ten seconds, a line of 400 bytes; and of each of a few
     * kinds of security events ten in a minute, of 500 bytes.
     */
    private static final int MOST_BYTES = Attack.size(70_000, 600_000);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String ADDRESS = "127.0.0.1";

    private static final String HOST = "Host: localhost\r\n";

    private static final String FORM = HOST + "Content-Type: application/x-www-form-urlencoded\r\n";

    private static final String JSON = HOST + "Content-Type: application/json\r\n";

    private final MusterServer server = Database.POSTGRESQL.server();

    private long before;

    @BeforeEach
    void look() throws IOException {
        before = Files.size(log());
    }

    @Test
    void brokenConnectionsAreSaidInALine() throws Exception {
        send(
                true,
                "POST /api/v1/telemetry HTTP/1.1\r\n" + JSON
                        + "Authorization: Basic YTpi\r\nContent-Length: 500\r\n\r\n{",
                "POST /api/v1/provision/A HTTP/1.1\r\n" + JSON + "Content-Length: 500\r\n\r\n{",
                "POST /api/v1/tokens HTTP/1.1\r\n" + JSON + "Expect: 100-continue\r\nContent-Length: 500\r\n\r\n{",
                "POST /login.xhtml HTTP/1.1\r\n" + FORM + "Content-Length: 500\r\n\r\nlogin=login&",
                "POST /login.xhtml HTTP/1.1\r\n" + FORM
                        + "Expect: 100-continue\r\nContent-Length: 500\r\n\r\nlogin=login&",
                "POST /imports/upload HTTP/1.1\r\n" + HOST + "Content-Type: text/csv\r\nContent-Length: 500\r\n\r\na,b",
                "GET /jakarta.faces.resource/components.js.xhtml?ln=primefaces HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /openapi HTTP/1.1\r\n" + HOST + "\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /log");
        assertShort();
    }

    @Test
    void anImportThatBreaksOffIsSaidInALine() throws Exception {
        Fleet fleet = Database.POSTGRESQL.fleet();
        send(
                true,
                "POST " + fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId() + " HTTP/1.1\r\n" + HOST
                        + "Content-Type: text/csv\r\nAuthorization: "
                        + fleet.organization().authorization() + "\r\nContent-Length: 50000\r\n\r\nuniqueIdentifier\n");
        assertShort();
    }

    @Test
    void requestsThatCannotBeReadAreSaidInALine() throws Exception {
        send(
                false,
                "\u0000\u0001\u0002garbage\r\n\r\n",
                "GET / HTTP/9.9\r\n" + HOST + "\r\n",
                "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /login.xhtml?next=%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /a%00b HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /../../etc HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /%c0%ae HTTP/1.1\r\n" + HOST + "\r\n",
                "GET / HTTP/1.1\r\nHost: a:b:c\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost:99999999\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(20_000) + "\r\n\r\n",
                "FOO / HTTP/1.1\r\n" + HOST + "\r\n",
                "TRACE / HTTP/1.1\r\n" + HOST + "\r\n",
                "CONNECT a:1 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET http://%zz/ HTTP/1.1\r\n" + HOST + "\r\n",
                "GET / HTTP/1.1\r\n" + HOST
                        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: a\r\n\r\n",
                "GET /resources/muster/logo.svg HTTP/1.1\r\n" + HOST
                        + "If-Modified-Since: x\r\nRange: bytes=zz\r\n\r\n",
                "GET /jakarta.faces.resource/a.xhtml?ln=../../WEB-INF&v=%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /api/v1/pki/root.pem HTTP/1.1\r\n" + HOST + "Accept: ///;q=zz\r\n\r\n",
                "GET /login.xhtml HTTP/1.1\r\n" + HOST + "Accept-Language: ;;;q=a,--\r\n\r\n",
                "GET /login.xhtml HTTP/1.1\r\n" + HOST + "Cookie: =;;a=\u0001\"\r\n\r\n");
        assertShort();
    }

    @Test
    void bodiesThatCannotBeReadAreSaidInALine() throws Exception {
        send(
                false,
                "POST /api/v1/provision/A HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
                "POST /login.xhtml HTTP/1.1\r\n" + FORM + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
                "POST /imports/upload HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
                "POST /api/v1/telemetry HTTP/1.1\r\n" + JSON + "Content-Length: abc\r\n\r\nabc",
                "POST /api/v1/telemetry HTTP/1.1\r\n" + JSON + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /api/v1/telemetry HTTP/1.1\r\n" + HOST + "Content-Type: ///;;=\r\nContent-Length: 2\r\n\r\n{}",
                "POST /api/v1/telemetry HTTP/1.1\r\n" + JSON + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "POST /login.xhtml HTTP/1.1\r\n" + FORM + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\na=b&c",
                "POST /login.xhtml HTTP/1.1\r\n" + FORM + "Content-Length: 12\r\n\r\nlogin=%zz&%=",
                "POST /login.xhtml HTTP/1.1\r\n" + FORM + "Content-Length: 60000\r\n\r\n" + "a=&".repeat(20_000),
                "POST /login.xhtml HTTP/1.1\r\n" + FORM
                        + "Content-Length: 41\r\n\r\njakarta.faces.ViewState=12345%3A67890&a=b",
                "POST /login.xhtml HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/x-www-form-urlencoded; charset=no\r\nContent-Length: 4\r\n\r\na=%c",
                "POST /login.xhtml HTTP/1.1\r\n" + HOST
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\n--x\r",
                "POST /login.xhtml HTTP/1.1\r\n" + HOST
                        + "Content-Type: multipart/form-data\r\nContent-Length: 4\r\n\r\nabcd");
        assertShort();
    }

    @Test
    void whatIsNoTlsIsSaidInALine() throws Exception {
        String plain = server.url().replace("https", "http");
        for (String text :
                List.of("GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000\u0001", "\u00ff".repeat(300))) {
            for (int i = 0; i < TIMES; i++) {
                try (RawConnection connection = RawConnection.open(server, plain, ADDRESS)) {
                    isSent(connection, text);
                }
            }
        }
        assertShort();
    }

    /** @param leave whether to go away each time; otherwise the first answer is waited for */
    private void send(boolean leave, String... requests) throws IOException {
        for (String request : requests) {
            for (int i = 0; i < TIMES; i++) {
                try (RawConnection connection = RawConnection.open(server, server.url(), ADDRESS)) {
                    if (isSent(connection, request) && !leave && i == 0) {
                        connection.statusLine();
                    }
                }
            }
        }
    }

    /** Whether the server did not end the connection before the request was there. */
    private static boolean isSent(RawConnection connection, String request) {
        try {
            connection.send(request);
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /** When the server has seen all of it: it answers a last request, and the log rests. */
    private void assertShort() {
        assertThat(server.nobody().get("/health/ready").status()).isEqualTo(200);
        long[] seen = {-1};
        Await.until(PATIENCE, this::written, text -> {
            boolean rests = seen[0] == text.length();
            seen[0] = text.length();
            return rests;
        });
        List<String> traces = written()
                .lines()
                .filter(line -> line.startsWith("\tat ") || line.contains("[SEVERE]"))
                .limit(5)
                .toList();
        assertThat(traces).as(excerpt()).isEmpty();
        assertThat(written().length()).as(excerpt()).isLessThan(MOST_BYTES);
    }

    private String excerpt() {
        return written()
                .lines()
                .filter(line -> !line.startsWith("\tat "))
                .distinct()
                .limit(60)
                .collect(Collectors.joining("\n"));
    }

    private String written() {
        try {
            byte[] all = Files.readAllBytes(log());
            int from = (int) Math.min(before, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return server.locations().work().resolve("logs/server.log");
    }
}
