package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who send a body of which an octet comes every four seconds: they take no threads, and are let go. */
class SlowBodyIT {

    /** More than the 320 requests of devices that may hold a thread. */
    private static final int PROVISIONING = Attack.size(330, 500);

    private static final int OTHERS = Attack.size(20, 500);

    private static final int CHECKS = Attack.size(1, 20);

    private static final String ADDRESS = "127.0.0.1";

    private final MusterServer server = Database.POSTGRESQL.server();

    private final ScheduledExecutorService dripping = Executors.newScheduledThreadPool(2);

    private final List<RawConnection> slow = new ArrayList<>();

    private Fleet fleet;
    private PortalClient user;
    private Certificate certificate;
    private int devices;
    private Duration slowest = Duration.ZERO;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 500));
        user = fleet.portal();
        certificate = fleet.newCertificate();
    }

    @AfterEach
    void endTheAttack() {
        dripping.shutdownNow();
        slow.forEach(RawConnection::close);
    }

    @Test
    void theyKeepNobodyWaitingAndAreLetGo() throws Exception {
        attack(server.deviceUrl(), "/api/v1/provision/" + certificate.accessKey(), PROVISIONING);
        attack(server.url(), "/login.xhtml", OTHERS);
        attack(server.url(), "/api/v1/tokens", OTHERS);
        attack(server.plainUrl(), "/login.xhtml", OTHERS);
        for (int i = 0; i < CHECKS; i++) {
            othersAreServed();
        }
        for (RawConnection connection : slow) {
            assertThat(connection.statusLine()).isIn("HTTP/1.1 408 Request Timeout", "");
        }
        othersAreServed();
        System.out.printf(
                "%d slow bodies: the slowest other answer took %d ms; most memory %d MiB%n",
                slow.size(), slowest.toMillis(), server.memory().peakKib() / 1024);
    }

    @Test
    void aBodyThatComesInPiecesIsWhole() throws Exception {
        String body = "{\"name\":\"it\",\"expiresInDays\":1}";
        try (RawConnection connection = RawConnection.open(server, server.url(), ADDRESS)) {
            connection.send(head(
                    "/api/v1/tokens",
                    "Authorization: " + server.administrator().authorization() + "\r\nContent-Length: "
                            + body.length()));
            for (char octet : body.toCharArray()) {
                connection.send(String.valueOf(octet));
            }
            assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 201 Created");
        }
    }

    @Test
    void soIsOneInChunks() throws Exception {
        try (RawConnection connection = RawConnection.open(server, server.url(), ADDRESS)) {
            connection
                    .send(head(
                            "/api/v1/tokens",
                            "Authorization: " + server.administrator().authorization()
                                    + "\r\nTransfer-Encoding: chunked"))
                    .send("10\r\n{\"name\":\"it\",\"ex\r\n")
                    .send("10\r\npiresInDays\":1}\n\r\n0\r\n")
                    .send("\r\n");
            assertThat(connection.statusLine()).isEqualTo("HTTP/1.1 201 Created");
        }
    }

    @Test
    void whoAsksWhetherToGoOnIsAnswered() throws Exception {
        String body = "{\"name\":\"it\",\"expiresInDays\":1}";
        try (RawConnection connection = RawConnection.open(server, server.url(), ADDRESS)) {
            connection.send(head(
                    "/api/v1/tokens",
                    "Authorization: "
                            + server.administrator().authorization() + "\r\nExpect: 100-continue\r\nContent-Length: "
                            + body.length()));
            connection.send(body);
            String first = connection.statusLine();
            assertThat(first).isIn("HTTP/1.1 100 Continue", "HTTP/1.1 201 Created");
        }
    }

    @Test
    void aLongBodyIsRefusedAsTooLong() throws Exception {
        ApiClient nobody = server.nobody();
        String body = "{\"a\":\"" + "b".repeat(1 << 20) + "\"}";
        Answer answer = nobody.post("/api/v1/provision/" + certificate.accessKey(), body);
        assertThat(answer.status()).isEqualTo(413);
    }

    private void attack(String url, String path, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            RawConnection connection = RawConnection.open(server, url, ADDRESS);
            slow.add(connection);
            connection.send(head(path, "Content-Length: 400") + "{");
            dripping.scheduleAtFixedRate(() -> drip(connection), 4, 4, TimeUnit.SECONDS);
        }
    }

    /** Throws once the server has ended the connection, and is not called again then. */
    private static void drip(RawConnection connection) {
        try {
            connection.send(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(String path, String fields) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + fields
                + "\r\n\r\n";
    }

    private void othersAreServed() throws Exception {
        timed(() -> user.get("/organization/imports.xhtml").expect(200));
        timed(() -> prove().expect(201));
        timed(() -> fleet.upload(ImportFile.of(600, 3)).expect(201));
    }

    private void timed(Runnable check) {
        long begin = System.nanoTime();
        check.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    private Answer prove() {
        Proof proof = Proof.fresh(certificate, ImportFile.imei(++devices));
        return SimulatedDevice.request(server.onDevicePort(), certificate.accessKey(), proof.body());
    }
}
