package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many logins at the same time, with a container that keeps each of them until it is told to answer. */
class LoginFilterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MANY = LoginFilter.AT_WORK_OF_SOURCE + 20;

    private final Keeping container = new Keeping();

    private final List<Socket> clients = new ArrayList<>();

    private PlainListener listener;

    @BeforeEach
    void start() throws IOException {
        listener = new PlainListener(container);
    }

    @AfterEach
    void stop() throws IOException {
        container.open.countDown();
        for (Socket client : clients) {
            client.close();
        }
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /login.xhtml HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na=b",
                "GET /login.xhtml;a=b?next=c HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /l%6Fgin.xhtml HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
                "POST /api/v1/tokens HTTP/1.1\r\nHost: a\r\nAuthorization: Basic YTpi\r\nContent-Length: 2\r\n\r\n{}"
            })
    void aFewAreAtWorkAndTheOthersWait(String request) throws Exception {
        for (int i = 0; i < MANY; i++) {
            send(request);
        }
        container.awaitBegun(LoginFilter.AT_WORK_OF_SOURCE);
        assertThat(answerTo("GET /other HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(container.begun.get()).isEqualTo(LoginFilter.AT_WORK_OF_SOURCE);
        container.open.countDown();
        for (int i = 0; i < MANY; i++) {
            assertThat(statusLine(clients.get(i))).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(container.most.get()).isEqualTo(LoginFilter.AT_WORK_OF_SOURCE);
    }

    @Test
    void whoHasATokenDoesNotWait() throws Exception {
        for (int i = 0; i < MANY; i++) {
            send("GET /api/v1/tokens HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\n\r\n");
        }
        container.awaitBegun(MANY);
    }

    @Test
    void aRequestAfterOneThatWaitedIsAnsweredToo() throws Exception {
        container.open.countDown();
        String login = "GET /login.xhtml HTTP/1.1\r\nHost: a\r\n\r\n";
        Socket client = send(login.repeat(MANY));
        for (int i = 0; i < MANY; i++) {
            assertThat(statusLine(client)).isEqualTo("HTTP/1.1 200 OK");
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(answerTo(login)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private Socket send(String request) throws IOException {
        Socket client = listener.connect();
        clients.add(client);
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private String answerTo(String request) throws IOException {
        return statusLine(send(request));
    }

    /** Reads an answer without a body. */
    private static String statusLine(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = client.getInputStream().read();
            assertThat(octet).as(head.toString()).isNotNegative();
            head.append((char) octet);
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    private static final class Keeping extends BaseFilter {

        private final CountDownLatch open = new CountDownLatch(1);

        private final AtomicInteger begun = new AtomicInteger();

        private final AtomicInteger atWork = new AtomicInteger();

        private final AtomicInteger most = new AtomicInteger();

        @Override
        public NextAction handleRead(FilterChainContext context) {
            HttpContent content = context.getMessage();
            if (content.isLast()) {
                if (!"/other".equals(((HttpRequestPacket) content.getHttpHeader()).getRequestURI())) {
                    keep();
                }
                PlainListener.answer(context, content, "");
            }
            return context.getStopAction();
        }

        private void keep() {
            begun.incrementAndGet();
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            atWork.decrementAndGet();
        }

        private void awaitBegun(int number) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (begun.get() < number) {
                assertThat(System.nanoTime())
                        .as("%d of %d have begun", begun.get(), number)
                        .isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }
}
