package dev.muster.launcher.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with two readings do not pass, wherever the network cuts them, and what came before them does. */
class RequestFramingTest {

    private static final String GOOD = "GET /first HTTP/1.1\r\nHost: a\r\n\r\n";

    private static final String START = "POST /x HTTP/1.1\r\nHost: a\r\n";

    /** What would be another request for a program that reads it otherwise. */
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

    private static final int OCTETS = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "GET http://a.example/x?y=z HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET http://a.example HTTP/1.1\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: [::1]:8181\r\n\r\n",
                START + "Content-Length: 0\r\n\r\n",
                START + "Content-Length:3\r\nX:\r\nY: a\tb \r\n\r\nabc",
                START + "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
                START + "Transfer-Encoding: chunked\r\n\r\n1\r\n\n\r\n0\r\nDigest: x\r\n\r\n",
                "GET /\" HTTP/1.1\r\nHost: a\r\nCookie: \u00e9\r\n\r\n"
            })
    void aGoodRequestPasses(String request) {
        assertPasses(request + GOOD, request + GOOD);
    }

    /** RFC 9112 section 7.1.1: an extension that is not known is ignored. */
    @Test
    void anExtensionOfAChunkIsLeftOut() {
        String head = START + "Transfer-Encoding: chunked\r\n\r\n";
        assertPasses(
                head + "3;a=\"1\"\r\nabc\r\n0;b\r\nX: c\r\n\r\n" + GOOD, head + "3\r\nabc\r\n0\r\nX: c\r\n\r\n" + GOOD);
    }

    @Test
    void anEmptyLineBeforeARequestIsLeftOut() {
        assertPasses("\r\n" + GOOD + "\r\n\r\n" + GOOD, GOOD + GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                START + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                START + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                START + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
                START + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n",
                START + "Content-Length: 5, 5\r\n\r\n",
                START + "Content-Length: +5\r\n\r\n",
                START + "Content-Length: -5\r\n\r\n",
                START + "Content-Length: 0x5\r\n\r\n",
                START + "Content-Length: 5 5\r\n\r\n",
                START + "Content-Length:\r\n\r\n",
                START + "Content-Length: 99999999999999999999\r\n\r\n",
                START + "Transfer-Encoding: identity\r\n\r\n",
                START + "Transfer-Encoding: gzip, chunked\r\n\r\n",
                START + "Transfer-Encoding: chunked, chunked\r\n\r\n",
                START + "Transfer-Encoding: chunkedx\r\n\r\n",
                START + "Transfer-Encoding: \u000bchunked\r\n\r\n",
                START + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
                START + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n",
                START + "Transfer-Encoding:\r\n\r\n",
                "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                START + "Content-Length : 5\r\n\r\n",
                START + "Transfer-Encoding : chunked\r\n\r\n",
                START + " Content-Length: 5\r\n\r\n",
                START + "X: a\r\n b\r\n\r\n",
                START + "X: a\r\n\tContent-Length: 5\r\n\r\n",
                START + "X\r\n\r\n",
                START + ": a\r\n\r\n",
                START + "X: a\u0001b\r\n\r\n",
                START + "X: a\u007fb\r\n\r\n",
                START + "X: a\rContent-Length: 5\r\n\r\n",
                START + "X: a\nContent-Length: 5\r\n\r\n",
                START + "X: a\u0000b\r\n\r\n",
                START + "X(: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n",
                "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nX: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost:\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: user@a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a:80:80\r\n\r\n",
                "GET / HTTP/1.1\n",
                "GET / HTTP/1.1\rHost: a\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
                "GET / http/1.1\r\nHost: a\r\n\r\n",
                "GET /\r\n\r\n",
                " GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "(400 / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\n Host: a\r\n\r\n"
            })
    void aRequestWithTwoReadingsIsRefused(String request) {
        assertPasses(GOOD + request + SMUGGLED, GOOD + refused(400));
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/2.0,505",
        "GET / HTTP/1.2,505",
        "PRI * HTTP/2.0,505",
        "CONNECT a:443 HTTP/1.1,501",
        "TRACE / HTTP/1.1,501"
    })
    void whatTheServerCannotDoIsSaid(String line, int status) {
        assertPasses(line + "\r\nHost: a\r\n\r\n" + SMUGGLED, refused(status));
    }

    @Test
    void aHeadHasItsLength() {
        String field = "X: " + "a".repeat(70) + "\r\n";
        assertPasses(START + field.repeat(100) + "\r\n", refused(431));
        assertPasses(START + "X: " + "a".repeat(9_000), refused(431));
        assertPasses(START + "X: a\r\n".repeat(101) + "\r\n", refused(431));
        assertPasses(START + "X: a\r\n".repeat(90) + "\r\n", START + "X: a\r\n".repeat(90) + "\r\n");
    }

    /** Less than a second for what is read once; much longer for what is read again with each octet or line. */
    @Test
    void aHeadIsReadInOnePass() {
        String blanks = " ".repeat(8_000);
        assertPassesOften(START + "X:" + blanks + "b\r\n\r\n", START + "X:" + blanks + "b\r\n\r\n");
        assertPassesOften(START + "X:" + blanks + "\u0001\r\n\r\n", refused(400));
        assertPassesOften(START + "X" + blanks + ":\r\n\r\n", refused(400));
        assertPassesOften("GET" + blanks + "/ HTTP/1.1\r\nHost: a\r\n\r\n", refused(400));
        assertPassesOften(START + "X:" + blanks.repeat(100), refused(431));
        assertPassesOften(START + "X:\r\n".repeat(100_000), refused(431));
        assertPassesOften("\r\n".repeat(100_000) + GOOD, GOOD);
    }

    @Test
    void soAreChunksAndTrailers() {
        String head = START + "Transfer-Encoding: chunked\r\n\r\n";
        String chunks = "1\r\na\r\n".repeat(5_000) + "0\r\n\r\n";
        assertPassesOften(head + chunks, head + chunks);
        assertPassesOften(head + "0\r\n" + "X:\r\n".repeat(100_000), head + "?\r\n");
        assertPassesOften(head + "1;" + " ".repeat(100_000), head + "?\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3\r\nabc\r\n;\r\n",
                "3\r\nabc\r\n-1\r\n",
                "3\r\nabc\r\n0x1\r\n",
                "3\r\nabc\r\n1 \r\n",
                "3\r\nabc\r\n1\n",
                "3\r\nabc\r\n1\r;\r\n",
                "3\r\nabc\r\n123456789\r\n",
                "3\r\nabc\r\n1;\u0001\r\n",
                "3\r\nabc\r\n0\r\nX\r\n\r\n",
                "3\r\nabc\r\n0\r\nX : a\r\n\r\n",
                "3\r\nabc\r\n0\r\n X: a\r\n\r\n",
                "3\r\nabc\r\n0\n\n"
            })
    void aBodyWithTwoReadingsIsBroken(String body) {
        String head = START + "Transfer-Encoding: chunked\r\n\r\n";
        assertPasses(head + body + SMUGGLED, head + "3\r\nabc\r\n?\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3\r\nabcX", "3\r\nabc\n", "3\r\nabc0\r\n\r\n"})
    void aChunkThatIsLongerThanItSaysIsBroken(String body) {
        String head = START + "Transfer-Encoding: chunked\r\n\r\n";
        assertPasses(head + body + SMUGGLED, head + "3\r\nabc\r\n?\r\n");
    }

    /** {@link RefusalFilter} writes the event of a head. */
    @Test
    void onlyARefusedBodyIsTold() {
        RequestFraming body = new RequestFraming();
        pass(body, START + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
        assertThat(body.isBodyRefused()).isFalse();
        pass(body, "?\r\n");
        assertThat(body.isBodyRefused()).isTrue();
        assertThat(pass(body, GOOD)).isEmpty();
        RequestFraming head = new RequestFraming();
        pass(head, START + "X\r\n\r\n");
        assertThat(head.isBodyRefused()).isFalse();
    }

    @Test
    void aBodyPassesUnseen() {
        RequestFraming framing = new RequestFraming();
        assertThat(pass(framing, START + "Content-Length: 9\r\n\r\n12")).endsWith("\r\n\r\n12");
        assertThat(framing.isInside(8)).isFalse();
        assertThat(framing.isInside(7)).isTrue();
        assertThat(framing.isInside(1)).isFalse();
        assertThat(pass(framing, GOOD)).isEqualTo(GOOD);
    }

    private static String refused(int status) {
        return "(" + status + " / HTTP/1.1\r\nHost: refused\r\nConnection: close\r\n\r\n";
    }

    /** In one piece, and octet by octet. */
    private static void assertPasses(String sent, String passed) {
        assertThat(pass(new RequestFraming(), sent)).isEqualTo(passed);
        RequestFraming slow = new RequestFraming();
        StringBuilder all = new StringBuilder();
        List.of(sent.split("")).forEach(octet -> all.append(pass(slow, octet)));
        assertThat(all.toString()).isEqualTo(passed);
    }

    private static void assertPassesOften(String sent, String passed) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int octets = 0; octets < OCTETS; octets += sent.length()) {
                assertThat(pass(new RequestFraming(), sent)).isEqualTo(passed);
            }
        });
    }

    private static String pass(RequestFraming framing, String octets) {
        return new String(framing.pass(octets.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }
}
