package dev.muster.launcher.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter in a listener that has nothing above HTTP. */
class FramingFilterTest {

    private static final String CHUNKS = "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final AtomicLong time = new AtomicLong();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final TCPNIOTransport transport =
            TCPNIOTransportBuilder.newInstance().build();

    private int port;

    @BeforeEach
    @SuppressWarnings("deprecation") // the server uses a constructor like this one
    void start() throws IOException {
        transport.setProcessor(FilterChainBuilder.stateless()
                .add(new TransportFilter())
                .add(new FramingFilter(new RefusedRequests(time::get, lines::add)))
                .add(new HttpServerFilter())
                .build());
        port = ((InetSocketAddress) transport.bind("localhost", 0).getLocalAddress()).getPort();
        transport.start();
    }

    @AfterEach
    void stop() throws IOException {
        transport.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n",
                "3\r\nabcX",
                "3\nabc\n",
                "3\r\nabc\r\n0\r\nX : a\r\n\r\n",
                "1\r\na\r\n?\r\n?\r\n"
            })
    void aRefusedBodyIsAnEvent(String body) throws IOException {
        assertThat(answer(CHUNKS + body)).startsWith("HTTP/1.1 400 ");
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains(" event=request-malformed outcome=refused reason=400 place=listener from=127.0.0.1");
    }

    @Test
    void manyAreCounted() throws IOException {
        for (int i = 0; i < 3; i++) {
            answer(CHUNKS + "zz\r\n");
        }
        assertThat(lines).hasSize(1);
        time.addAndGet(TimeUnit.SECONDS.toNanos(10));
        answer(CHUNKS + "zz\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).endsWith(" left-out=2");
    }

    private String answer(String request) throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout(60_000);
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
