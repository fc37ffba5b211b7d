package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener with Muster's filters, on a socket: what a peer sees of handshakes, alerts and idle connections. */
class TlsListenerTest {

    private static final ConnectionLimits USUAL = new ConnectionLimits(60, 100, 100, 60, 100, 100);
    private static final String BOTH = "TLSv1.3";

    private final Certificates made = new Certificates();

    @TempDir
    Path stores;

    private TestListener listener;

    @BeforeEach
    void store() throws Exception {
        made.store(stores);
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aConnectionServesManyRequestsAndSaysHowLongItStays(String protocol) throws Exception {
        start(USUAL);
        try (TestClient client = connect(protocol)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send(TestClient.REQUEST).answer())
                        .startsWith("HTTP/1.1 200")
                        .contains("Connection: keep-alive", "Keep-Alive: timeout=60");
            }
            String last = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            assertThat(client.send(last).answer()).contains("Connection: close").doesNotContain("Keep-Alive");
            assertThat(client.next()).isEqualTo(-1);
        }
    }

    /** RFC 8446 section 6.1: each side closes its own direction. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aRequestIsAnsweredThoughItsClientSendsNoMore(String protocol) throws Exception {
        start(USUAL);
        for (int i = 0; i < 5; i++) {
            try (HalfClosingClient client = new HalfClosingClient(listener.port(), made.root.certificate(), protocol)) {
                client.sendAndClose(TestClient.REQUEST);
                assertThat(client.received()).startsWith("HTTP/1.1 200").endsWith("ok");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientThatEndsWithinARequestIsNotWaitedFor(String protocol) throws Exception {
        start(new ConnectionLimits(60, 100, 100, 1, 100, 100));
        try (HalfClosingClient client = new HalfClosingClient(listener.port(), made.root.certificate(), protocol)) {
            client.sendAndClose("");
            assertThat(client.received()).isEmpty();
        }
    }

    static Stream<Arguments> notTls() {
        return Stream.of(
                Arguments.of("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII), 10),
                Arguments.of(new byte[300], 10),
                Arguments.of(new byte[] {0x17, 3, 3, 0, 5, 1, 2, 3, 4, 5}, 10),
                Arguments.of(new byte[] {0x16, 2, 0, 0, 5, 1, 2, 3, 4, 5}, 70),
                Arguments.of(Arrays.copyOf(new byte[] {(byte) 0x80, 0x2e, 1, 0, 2}, 48), 70));
    }

    @ParameterizedTest
    @MethodSource("notTls")
    void whatIsNotTlsIsAnsweredWithAnAlert(byte[] sent, int alert) throws Exception {
        start(USUAL);
        try (Socket socket = TestClient.plain(listener.port())) {
            socket.getOutputStream().write(sent);
            assertThat(socket.getInputStream().readAllBytes()).containsExactly(21, 3, 3, 0, 2, 2, alert);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of("TLSv1.2", "TLSv1.3")
                .flatMap(protocol -> Stream.of(
                        Arguments.of(protocol, "expired", "certificate_expired"),
                        Arguments.of(protocol, "early", "certificate_expired"),
                        Arguments.of(protocol, "unknown", "unknown_ca"),
                        Arguments.of(protocol, "forged", "bad_certificate")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusedCertificateIsToldWhy(String protocol, String kind, String alert) throws Exception {
        start(USUAL);
        try (TestClient client = TestClient.connect(listener.port(), made.root.certificate(), protocol, shown(kind))) {
            assertThatThrownBy(() -> client.send(TestClient.REQUEST).answer())
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining(alert);
        }
    }

    @Test
    void aDeviceIsLetInWhateverOfItsChainItSends() throws Exception {
        start(USUAL);
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            for (String kind : List.of("whole", "alone", "with another")) {
                try (TestClient client =
                        TestClient.connect(listener.port(), made.root.certificate(), protocol, shown(kind))) {
                    assertThat(client.send(TestClient.REQUEST).answer()).endsWith("ok");
                }
            }
        }
    }

    @Test
    void anIdleConnectionIsEndedInGoodForm() throws Exception {
        start(new ConnectionLimits(60, 100, 100, 1, 100, 100));
        try (TestClient client = connect(BOTH)) {
            assertThat(client.send(TestClient.REQUEST).answer()).contains("Keep-Alive: timeout=1");
            assertThat(client.next()).isEqualTo(-1);
        }
    }

    @Test
    void soIsOneAfterSeveralRequestsAtOnce() throws Exception {
        start(new ConnectionLimits(60, 100, 100, 1, 100, 100));
        String post = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nab";
        try (TestClient client = connect(BOTH)) {
            client.send(TestClient.REQUEST.repeat(3) + post).send("c").send("d" + TestClient.REQUEST);
            for (int i = 0; i < 5; i++) {
                assertThat(client.answer()).startsWith("HTTP/1.1 200");
            }
            assertThat(client.next()).isEqualTo(-1);
        }
    }

    @Test
    void whoNeverTakesItsAnswerIsLeftInTheEnd() throws Exception {
        start(new ConnectionLimits(60, 100, 100, 1, 100, 100));
        try (TestClient client = connect(BOTH)) {
            client.send("GET " + TestListener.LARGE + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                while (listener.closed() == 0) {
                    Thread.sleep(100);
                }
            });
        }
    }

    @Test
    void ofTooManyIdleConnectionsTheLongestGoes() throws Exception {
        start(new ConnectionLimits(60, 100, 100, 60, 3, 2));
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clients.add(connect(BOTH));
            clients.get(i).send(TestClient.REQUEST).answer();
        }
        assertThat(clients.get(0).next()).isEqualTo(-1);
        assertThat(clients.get(2).send(TestClient.REQUEST).answer()).endsWith("ok");
        assertThat(clients.get(1).send(TestClient.REQUEST).answer()).endsWith("ok");
        for (TestClient client : clients) {
            client.close();
        }
    }

    @Test
    void aHandshakeThatDoesNotGoOnIsCutOff() throws Exception {
        start(new ConnectionLimits(1, 100, 100, 60, 100, 100));
        try (Socket silent = TestClient.plain(listener.port());
                Socket begun = TestClient.plain(listener.port())) {
            begun.getOutputStream().write(new byte[] {0x16, 3, 1});
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(begun.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** A handshake that has begun may finish; the new client must come again. */
    @Test
    void tooManyHandshakesAtOnceAreCutOff() throws Exception {
        start(new ConnectionLimits(60, 100, 2, 60, 100, 100));
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            silent.add(TestClient.plain(listener.port()));
        }
        List<CompletableFuture<Integer>> ends = silent.stream()
                .map(socket -> CompletableFuture.supplyAsync(() -> read(socket), Executors.newSingleThreadExecutor()))
                .toList();
        while (ends.stream().filter(CompletableFuture::isDone).count() < 3) {
            Thread.onSpinWait();
        }
        assertThat(ends.stream().filter(CompletableFuture::isDone)).hasSize(3);
        for (Socket socket : silent) {
            socket.close();
        }
    }

    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException closed) {
            return -1;
        }
    }

    private Map<PrivateKey, Certificate[]> shown(String kind) throws Exception {
        Instant now = Instant.now();
        Certificates others = new Certificates();
        return switch (kind) {
            case "whole" -> own(made.device, made.authority, made.root);
            case "with another" -> own(made.device, made.authority("Other"), made.root, made.authority);
            case "expired" -> own(made.device(made.authority, now.minus(Duration.ofDays(15)), 10), made.authority);
            case "early" -> own(made.device(made.authority, now.plus(Duration.ofDays(2)), 5), made.authority);
            case "alone" -> own(made.device);
            case "forged" -> own(made.forged(), made.authority);
            default -> own(others.device, others.authority);
        };
    }

    /** Plays the application, which knows the authority. */
    private Optional<X509Certificate> issuer(X509Certificate device) {
        return Optional.of(made.authority.certificate())
                .filter(known -> known.getSubjectX500Principal().equals(device.getIssuerX500Principal()));
    }

    private static Map<PrivateKey, Certificate[]> own(Certificates.Owned own, Certificates.Owned... issuers) {
        Stream<Certificates.Owned> chain = Stream.concat(Stream.of(own), Stream.of(issuers));
        return Map.of(
                own.keys().getPrivate(),
                chain.map(Certificates.Owned::certificate).toArray(Certificate[]::new));
    }

    private TestClient connect(String protocol) throws Exception {
        return TestClient.connect(listener.port(), made.root.certificate(), protocol);
    }

    private void start(ConnectionLimits limits) throws Exception {
        listener = new TestListener(stores, this::issuer, limits);
    }
}
