package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** The server's own certificate: renewed while the server runs, on both listeners, and its end is told. */
class ServerCertificateIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Database database = Database.POSTGRESQL;

    @Test
    void aRunningServerShowsANewOneOnBothListeners() throws Exception {
        MusterServer server = database.server();
        ApiClient before = server.nobody();
        before.get("/health/ready").expect(200);
        List<X509Certificate> first = List.of(shown(server.url()), shown(server.deviceUrl()));
        assertThat(first.get(0)).isEqualTo(first.get(1));

        server.renewCertificate();

        for (String url : List.of(server.url(), server.deviceUrl())) {
            X509Certificate next = Await.until(PATIENCE, () -> shown(url), shown -> !shown.equals(first.get(0)));
            assertThat(next.getPublicKey()).isNotEqualTo(first.get(0).getPublicKey());
            assertThat(new ArrayList<>(next.getSubjectAlternativeNames()))
                    .isEqualTo(new ArrayList<>(first.get(0).getSubjectAlternativeNames()));
        }
        assertThat(shown(server.url())).isEqualTo(shown(server.deviceUrl()));
        // a connection from before goes on, and a new one is accepted
        before.get("/health/ready").expect(200);
        server.nobody().get("/health/ready").expect(200);
        assertThat(told(server)).isEqualTo(shown(server.url()).getNotAfter().toInstant());
    }

    /** When the certificate ends, as {@code /health} has it. */
    private static Instant told(MusterServer server) {
        Answer health = server.nobody().get("/health").expect(200);
        assertThat(health.text("status")).isEqualTo("UP");
        JsonObject check = health.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals("server-certificate"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(health.toString()));
        assertThat(check.getString("status")).isEqualTo("UP");
        JsonObject data = check.getJsonObject("data");
        // The server writes every value of data as a text
        assertThat(data.getString("daysLeft")).isEqualTo("397");
        assertThat(data).doesNotContainKey("warning");
        return Instant.parse(data.getString("notAfter"));
    }

    private X509Certificate shown(String url) {
        URI address = URI.create(url);
        try (SSLSocket socket = (SSLSocket) Trust.in(database.server().root())
                .getSocketFactory()
                .createSocket(address.getHost(), address.getPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
