package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Visitors without an account leave nothing behind in the server's memory. */
@Tag("endurance")
class VisitorMemoryIT {

    private static final String SESSION = "org.apache.catalina.session.StandardSession";

    private static final String CONNECTION = "org.glassfish.grizzly.nio.transport.TCPNIOConnection";

    private static final int CONNECTIONS = Attack.size(300, 5_000);

    private static final int REQUESTS = Attack.size(300, 100_000);

    /** Of other tests, whose clients may still come and go. */
    private static final int OTHERS = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MusterServer server = Database.POSTGRESQL.server();

    @Test
    void theyLeaveNothingBehind() throws Exception {
        long sessions = server.memory().inUse(SESSION);
        long connections = server.memory().inUse(CONNECTION);
        long heap = server.memory().heapInUse();

        for (int i = 0; i < CONNECTIONS; i++) {
            askOnce();
        }
        askAgainAndAgain();

        Await.until(PATIENCE, () -> server.memory().inUse(CONNECTION), count -> count < connections + OTHERS);
        assertThat(server.memory().inUse(SESSION)).isLessThanOrEqualTo(sessions);
        System.out.printf(
                "%d requests for the login page and %d connections: heap in use %d MiB before, %d MiB after%n",
                REQUESTS + CONNECTIONS, CONNECTIONS, heap >> 20, server.memory().heapInUse() >> 20);
    }

    private void askOnce() throws IOException {
        try (RawConnection connection = RawConnection.open(server, server.url(), "127.0.0.1")) {
            connection.send("GET /login.xhtml HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.statusLine()).startsWith("HTTP/1.1 200");
        }
    }

    private void askAgainAndAgain() {
        HttpClient http = server.newHttpClient();
        ApiClient nobody = new ApiClient(http, server.url(), null);
        for (int i = 0; i < REQUESTS; i++) {
            nobody.get("/login.xhtml").expect(200);
        }
    }
}
