package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener that answers each request with the number of pieces in which its body came, and its length. */
class BodyFilterTest {

    private final Answering answering = new Answering();

    private PlainListener listener;

    private Socket client;

    @BeforeEach
    void start() throws IOException {
        listener = new PlainListener(answering);
        client = listener.connect();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        listener.close();
    }

    @Test
    void aBodyInManyPiecesIsPassedOnWhole() throws IOException {
        send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 300\r\n\r\n");
        for (int i = 0; i < 300; i++) {
            send("x");
        }
        assertThat(answer()).isEqualTo("1 piece, 300 octets");
    }

    @Test
    void soIsOneInChunks() throws IOException {
        send("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 50; i++) {
            send("3\r\n");
            send("abc\r\n");
        }
        send("0\r\n\r\n");
        assertThat(answer()).isEqualTo("1 piece, 150 octets");
    }

    @Test
    void severalRequestsFollowEachOther() throws IOException {
        String post = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
        send(post + "abcde" + post + "ab");
        assertThat(answer()).isEqualTo("1 piece, 5 octets");
        send("cde");
        assertThat(answer()).isEqualTo("1 piece, 5 octets");
        send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answer()).isEqualTo("1 piece, 0 octets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/imports/upload?a=b", "/api/v1/organizations/1-2/imports", "/api/v1/organizations/1/imports/?x"
            })
    void aFileIsPassedOnAsItComes(String path) throws IOException {
        send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: Text/CSV\r\nContent-Length: 6\r\n\r\n");
        answering.await(1);
        send("abc");
        answering.await(2);
        send("def");
        assertThat(answer()).endsWith("6 octets").doesNotStartWith("1 piece,");
    }

    /** The server reads the fields of a form before it knows the sender. */
    @ParameterizedTest
    @ValueSource(strings = {"/imports/upload?a=b", "/api/v1/organizations/1/imports"})
    void aFormInAFilesPlaceIsNoFile(String path) throws IOException {
        send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
        send("abc");
        send("def");
        assertThat(answer()).isEqualTo("1 piece, 6 octets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "h2c"})
    void whoWantsAnotherProtocolIsAnsweredInThisOne(String protocol) throws IOException {
        for (int i = 0; i < 2; i++) {
            send("POST /a HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: " + protocol
                    + "\r\nContent-Length: 6\r\n\r\nabc");
            send("def");
            assertThat(answer()).isEqualTo("1 piece, 6 octets");
        }
    }

    @Test
    void aLongBodyIsPassedOnBeforeItIsWhole() throws IOException {
        int length = Body.MOST + 100_000;
        send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");
        send("x".repeat(Body.MOST));
        answering.await(1);
        send("x".repeat(100_000));
        assertThat(answer()).endsWith(length + " octets").doesNotStartWith("1 piece,");
    }

    @Test
    void aBodyThatCannotBeReadEndsTheConnection() throws IOException {
        send("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        send("zz\r\nabc\r\n");
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 400");
    }

    private void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The body of the next answer. */
    private String answer() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = client.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            assertThat(octet).as(head.toString()).isNotNegative();
            head.append((char) octet);
        }
        String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.US_ASCII);
    }

    private static final class Answering extends BaseFilter {

        private final AtomicInteger calls = new AtomicInteger();

        private int pieces;

        private int octets;

        @Override
        public NextAction handleRead(FilterChainContext context) {
            HttpContent content = context.getMessage();
            if (HttpContent.isBroken(content)) {
                return context.getStopAction();
            }
            pieces++;
            octets += content.getContent().remaining();
            calls.incrementAndGet();
            if (content.isLast()) {
                PlainListener.answer(
                        context, content, (pieces == 1 ? "1 piece, " : pieces + " pieces, ") + octets + " octets");
                pieces = 0;
                octets = 0;
            }
            return context.getStopAction();
        }

        private void await(int number) {
            while (calls.get() < number) {
                Thread.onSpinWait();
            }
        }
    }
}
