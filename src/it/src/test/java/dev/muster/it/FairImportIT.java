package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slow files of one organization keep nobody else from importing. */
class FairImportIT {

    private static final int FILES = 8;

    private static final int READ = 2;

    private static final int WAITING = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MusterServer server = Database.POSTGRESQL.server();

    private final Fleet fleet = Fleet.create(server);

    @Test
    void anOrganizationHasTwoPlacesAndTwoThatWait() throws Exception {
        Fleet other = fleet.rival();
        List<SlowFile> files =
                IntStream.range(0, FILES).mapToObj(i -> new SlowFile(100 + i)).toList();
        Await.until(
                PATIENCE,
                () -> {
                    files.forEach(SlowFile::drip);
                    return files.stream().filter(SlowFile::isRefused).count();
                },
                refused -> refused == FILES - READ - WAITING);
        files.forEach(SlowFile::drip);
        Await.until(PATIENCE, this::reading, reading -> reading == READ); // the refusals may come sooner
        other.upload(ImportFile.of(1, 3)).expect(201);
        assertThat(reading()).isEqualTo(READ);

        List<SlowFile> taken = files.stream().filter(file -> !file.isRefused()).toList();
        for (SlowFile file : taken) {
            file.finish();
        }
        for (SlowFile file : taken) {
            assertThat(file.answer()).startsWith("HTTP/1.1 201 ");
        }
        fleet.upload(ImportFile.of(1, 3)).expect(201);
    }

    private long reading() {
        return fleet.organization().get(fleet.importsPath()).expect(200).items().stream()
                .filter(item -> item.asJsonObject().getString("status").equals("READING"))
                .count();
    }

    /** A file of one device, by a client that reads the answer while it sends: the one of the JDK does not. */
    private final class SlowFile {

        private final RawConnection connection;
        private final CompletableFuture<String> answer;

        private SlowFile(int number) {
            try {
                connection = RawConnection.open(server, server.url(), "127.0.0.1");
                connection.send("POST " + fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId()
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\nAuthorization: "
                        + fleet.organization().authorization() + "\r\n\r\n" + chunk(ImportFile.of(number, 1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            answer = CompletableFuture.supplyAsync(this::read, task -> new Thread(task).start());
        }

        private String read() {
            try (connection) {
                return connection.statusLine() + "\n" + connection.header("Retry-After");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void drip() {
            if (!answer.isDone()) {
                send("\n");
            }
        }

        private void send(String text) {
            try {
                connection.send(chunk(text));
            } catch (IOException refused) {
                assertThat(answer).succeedsWithin(PATIENCE);
            }
        }

        private boolean isRefused() {
            return answer.isDone() && answer.join().matches("HTTP/1\\.1 429 .*\n\\d+");
        }

        private void finish() throws IOException {
            connection.send("0\r\n\r\n");
        }

        private String answer() throws Exception {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        private static String chunk(String text) {
            return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
        }
    }
}
