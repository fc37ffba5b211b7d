package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.Trust;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A file that does not come in whole never becomes a draft. */
@OnBothDatabases
class BrokenUploadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROWS = 12_000;

    @Parameter
    Database database;

    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        fleet = database.fleet();
    }

    @Test
    void whatCameOfAFileThatBrokeOffIsKeptToBeLookedAt() throws Exception {
        int before = imports();
        sendAndGoAway(before, "Content-Length: 50000000", ImportFile.of(1, ROWS) + "0010170");
        Draft broken = broken(before);
        assertThat(broken.json().getInt("rows")).isBetween(ROWS / 2, ROWS);
        assertThat(broken.json().getString("failure")).contains("Upload it again");
        assertThat(broken.page("size=10").items()).hasSize(10);
        assertProblem(broken.edit(1, "deviceName", "x"), 409, ProblemCode.CONFLICT);
        assertProblem(broken.commit(true), 409, ProblemCode.CONFLICT);
        broken.discard().expect(204);
        assertThat(broken.look().status()).isEqualTo(404);
    }

    /** Its last row is whole: nothing but the length tells that there were more. */
    @Test
    void aFewRowsOfAFileThatBrokeOffAreNoDraft() throws Exception {
        for (String head : new String[] {"Content-Length: 50000", "Transfer-Encoding: chunked"}) {
            int before = imports();
            String csv = ImportFile.of(1, 3);
            boolean chunked = head.startsWith("Transfer");
            sendAndGoAway(before, head, chunked ? Integer.toHexString(csv.length()) + "\r\n" + csv + "\r\n" : csv);
            broken(before).discard().expect(204);
        }
    }

    @Test
    void readingIsCancelled() throws Exception {
        int before = imports();
        EndlessFile file = new EndlessFile(ROWS);
        CompletableFuture<Answer> upload =
                CompletableFuture.supplyAsync(() -> fleet.upload(BodyPublishers.ofInputStream(() -> file)));
        Draft reading = newest(before);
        Await.until(PATIENCE, reading::json, json -> json.getInt("rows") >= ROWS / 2);
        assertThat(reading.status()).isEqualTo("READING");
        reading.discard().expect(204);
        file.end();
        assertProblem(upload.get(60, TimeUnit.SECONDS), 409, ProblemCode.CONFLICT);
        JsonObject cancelled = Await.until(PATIENCE, reading::json, json -> json.getInt("rows") == 0);
        assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
        assertThat(reading.rows()).isEmpty();
        reading.discard().expect(204);
        assertThat(reading.look().status()).isEqualTo(404);
    }

    /** Goes away when the import is there. */
    private void sendAndGoAway(int before, String head, String body) throws IOException {
        URI url = URI.create(database.server().url());
        try (Socket socket =
                Trust.in(database.server().root()).getSocketFactory().createSocket(url.getHost(), url.getPort())) {
            OutputStream out = socket.getOutputStream();
            String request = "POST %s?manufacturer=%s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n%s\r\n%s\r\n\r\n"
                    .formatted(
                            fleet.importsPath(),
                            fleet.manufacturerId(),
                            url.getAuthority(),
                            fleet.organization().authorization(),
                            "Content-Type: text/csv",
                            head);
            out.write((request + body).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Await.until(PATIENCE, this::imports, count -> count > before);
        }
    }

    private Draft broken(int before) {
        Draft broken = newest(before);
        JsonObject ended = Await.until(PATIENCE, broken::json, json -> !isAtWork(json));
        assertThat(ended.getString("status")).isEqualTo("INTERRUPTED");
        return broken;
    }

    private static boolean isAtWork(JsonObject json) {
        return json.getString("status").matches("READING|VALIDATING");
    }

    private Draft newest(int before) {
        Await.until(PATIENCE, this::imports, count -> count > before);
        Answer list = fleet.organization().get(fleet.importsPath() + "?size=1").expect(200);
        return new Draft(fleet, list.items().getJsonObject(0).getString("id"));
    }

    private int imports() {
        return fleet.organization()
                .get(fleet.importsPath() + "?size=1")
                .expect(200)
                .json()
                .getInt("total");
    }
}
