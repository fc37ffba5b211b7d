package dev.muster.launcher.verify;

import static dev.muster.launcher.verify.TestLog.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges, two checkpoints, and receipts. */
class VerifyHistoryTest {

    private static final int SIZE = 1_000;

    private static final TestLog LOG = TestLog.of(SIZE);

    @TempDir
    private Path directory;

    @Test
    void aRangeGoesOnFromAnOlderCheckpoint() {
        Path range = range(LOG, 700, SIZE);
        for (int size : new int[] {700, 701, 768, 999, SIZE}) {
            VerifyRun run = VerifyRun.of("range", range, "--key", LOG.vkey(), "--old", old(LOG, size));
            assertThat(run.text())
                    .contains("every leaf from 700 to 999")
                    .contains("goes on from the older checkpoint with " + size + " leaves");
            assertThat(run.code()).isZero();
        }
        assertThat(VerifyRun.of("range", range(LOG, 3, 40), "--key", LOG.vkey()).text())
                .contains("every leaf from 3 to 39");
    }

    @Test
    void aRangeThatBeginsTooLateOrHasAGapIsDetected() {
        Path range = range(LOG, 700, SIZE);
        assertThat(VerifyRun.of("range", range, "--key", LOG.vkey(), "--old", old(LOG, 699))
                        .text())
                .startsWith("Not verified: The file has the leaves 700 to 999. To compare it");
        List<String> lines = LOG.export("all", false, index -> index >= 700 && index != 800);
        VerifyRun run = VerifyRun.of("range", write(directory.resolve("gap"), lines), "--key", LOG.vkey());
        assertThat(run.text()).contains("has the leaf 801, but the leaf 800 has to come next");
        assertThat(run.code()).isEqualTo(1);
        Path empty = write(directory.resolve("empty"), List.of(LOG.header("all", false)));
        assertThat(VerifyRun.of("range", empty, "--key", LOG.vkey()).text()).contains("no leaves");
    }

    @Test
    void aRangeOfAForkedHistoryIsDetected() {
        TestLog fork = LOG.fork(750);
        for (int i = 750; i < SIZE; i++) {
            fork.add("{}");
        }
        Path range = range(fork, 700, SIZE);
        assertThat(VerifyRun.of("range", range, "--key", LOG.vkey(), "--old", old(LOG, 750))
                        .code())
                .isZero();
        VerifyRun run = VerifyRun.of("range", range, "--key", LOG.vkey(), "--old", old(LOG, 751));
        assertThat(run.text()).contains("The first 751 leaves").contains("a fork");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aCompleteExportIsARange() {
        Path file = write(directory.resolve("complete"), LOG.completeExport());
        assertThat(VerifyRun.of("range", file, "--key", LOG.vkey(), "--old", old(LOG, 0))
                        .code())
                .isZero();
        assertThat(VerifyRun.of("range", file, "--key", LOG.vkey(), "--old", old(LOG, 123))
                        .code())
                .isZero();
    }

    @Test
    void theTilesShowThatALogGrew() {
        LOG.writeTiles(directory);
        for (int from : new int[] {0, 1, 255, 256, 257, 512, 999, SIZE}) {
            VerifyRun run = consistency(old(LOG, from), newest(LOG), "--tiles", directory);
            assertThat(run.text()).startsWith("Verified: the log muster.example/log with 1000 leaves");
            assertThat(run.code()).isZero();
        }
    }

    @Test
    void tilesOfALaterTimeShowItToo() {
        TestLog later = LOG.fork(SIZE);
        while (later.size() < 70_000) {
            later.add("{}");
        }
        later.writeTiles(directory);
        assertThat(consistency(old(LOG, 300), old(LOG, 768, "768"), "--tiles", directory)
                        .code())
                .isZero();
        assertThat(consistency(old(LOG, 300), old(later, 70_000, "70000"), "--tiles", directory)
                        .code())
                .isZero();
        assertThat(consistency(old(LOG, 300), old(LOG, 1_000, "1000"), "--tiles", directory)
                        .code())
                .isZero();
    }

    @Test
    void aChangedOrMissingTileIsDetected() throws IOException {
        LOG.writeTiles(directory);
        Path tile = directory.resolve("tile/0/003.p/232");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[40]++;
        Files.write(tile, bytes);
        assertThat(consistency(old(LOG, 999), newest(LOG), "--tiles", directory).text())
                .startsWith("Not verified: The tiles do not give the root of the newer checkpoint");
        Files.write(tile, new byte[31]);
        assertThat(consistency(old(LOG, 999), newest(LOG), "--tiles", directory).text())
                .contains("has 31 bytes instead of");
        Files.delete(tile);
        assertThat(consistency(old(LOG, 999), newest(LOG), "--tiles", directory).text())
                .contains("003.p/232 is missing");
    }

    @Test
    void aProofShowsThatALogGrew() {
        Path proof = write(directory.resolve("proof"), List.of(LOG.consistency(300, SIZE)));
        assertThat(consistency(old(LOG, 300), newest(LOG), "--proof", proof).code())
                .isZero();
        assertThat(consistency(old(LOG, 301), newest(LOG), "--proof", proof).text())
                .startsWith("Not verified: The log with 1000 leaves does not begin with the log with 301 leaves");
        Path garbage = write(directory.resolve("garbage"), List.of("{\"hashes\":[1]}"));
        assertThat(consistency(old(LOG, 300), newest(LOG), "--proof", garbage).code())
                .isEqualTo(1);
    }

    @Test
    void aForkedHistoryIsDetected() {
        TestLog fork = LOG.fork(299);
        for (int i = 299; i < SIZE; i++) {
            fork.add("{}");
        }
        fork.writeTiles(directory);
        Path proof = write(directory.resolve("proof"), List.of(fork.consistency(300, SIZE)));
        Path now = old(fork, SIZE, "fork");
        assertThat(consistency(old(LOG, 300), now, "--proof", proof).text()).contains("a fork");
        assertThat(consistency(old(LOG, 300), now, "--tiles", directory).text()).contains("a fork");
        assertThat(consistency(newest(LOG), now, "--tiles", directory).text())
                .startsWith("Not verified: Two checkpoints with 1000 leaves have two roots");
        assertThat(consistency(old(LOG, 299), now, "--tiles", directory).code()).isZero();
    }

    @Test
    void aLogThatGotShorterIsDetected() {
        Path proof = write(directory.resolve("proof"), List.of(LOG.consistency(300, SIZE)));
        VerifyRun run = consistency(newest(LOG), old(LOG, 300), "--proof", proof);
        assertThat(run.text()).contains("give the older one first. If it is first, the log has lost leaves.");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aReceiptIsVerified() {
        Path log = write(directory.resolve("log"), List.of(LOG.receipt(17, 900)));
        assertThat(VerifyRun.of("receipt", log, "--key", LOG.vkey()).text())
                .startsWith("Verified: the leaf 17 is in the log muster.example/log with 900 leaves")
                .contains("\"object\":\"device:17\"");
        String answer = "{\n \"deviceId\": \"1\",\n \"log\": " + LOG.receipt(17, 900) + "\n}";
        Path whole = write(directory.resolve("answer"), List.of(answer));
        assertThat(VerifyRun.of("receipt", whole, "--key", LOG.vkey()).code()).isZero();
        Path proof = write(directory.resolve("proof"), List.of(LOG.consistency(900, SIZE)));
        assertThat(consistency(whole, newest(LOG), "--proof", proof).code())
                .as("the answer as a checkpoint")
                .isZero();
    }

    @Test
    void aManipulatedReceiptIsDetected() {
        String receipt = LOG.receipt(17, 900);
        assertThat(receipt(receipt.replace("device:17", "device:18")).text()).contains("does not have this leaf");
        assertThat(receipt(receipt.replace("\"index\":17", "\"index\":16")).code())
                .isEqualTo(1);
        assertThat(receipt(receipt.replace("\"salt\":\"E", "\"salt\":\"F")).code())
                .isEqualTo(1);
        assertThat(receipt(receipt.replace("\"size\":900", "\"size\":901")).text())
                .contains("901 leaves");
        assertThat(receipt(receipt.replace("\\n900\\n", "\\n901\\n")).text()).contains("no valid signature");
        assertThat(receipt("{\"deviceId\":\"1\"}").text()).contains("no member checkpoint");
        assertThat(receipt("{").text()).contains("is not a JSON object");
    }

    @Test
    void theCheckpointsOfTwoLogsAreNotCompared() {
        TestLog other = new TestLog("other.example/log");
        Path empty = old(other, 0, "other");
        Path proof = write(directory.resolve("proof"), List.of("{\"hashes\":[]}"));
        VerifyRun run = VerifyRun.of(
                "consistency", empty, newest(LOG), "--proof", proof, "--key", LOG.vkey(), "--key", other.vkey());
        assertThat(run.text()).contains("of two logs");
        assertThat(consistency(empty, newest(LOG), "--proof", proof).text()).contains("is of another log");
    }

    @Test
    void aWrongCommandLineSaysWhatIsRight() {
        for (VerifyRun run : List.of(
                VerifyRun.of(),
                VerifyRun.of("prove"),
                VerifyRun.of("export"),
                VerifyRun.of("export", newest(LOG)),
                VerifyRun.of("export", newest(LOG), "--key"),
                VerifyRun.of("export", newest(LOG), newest(LOG), "--key", LOG.vkey()),
                VerifyRun.of("export", newest(LOG), "--key", LOG.vkey(), "--tiles", directory))) {
            assertThat(run.text()).contains("Usage: VerifyLog COMMAND");
            assertThat(run.code()).isEqualTo(2);
        }
        assertThat(VerifyRun.of("export", "nowhere", "--key", LOG.vkey()).text())
                .isEqualToIgnoringNewLines("There is no file nowhere.");
        assertThat(VerifyRun.of("export", newest(LOG), "--key", "muster.example/log+1+2")
                        .code())
                .isEqualTo(2);
        assertThat(consistency(newest(LOG), newest(LOG)).code()).isEqualTo(2);
        assertThat(VerifyRun.of("--help").code()).isZero();
    }

    private VerifyRun receipt(String text) {
        return VerifyRun.of("receipt", write(directory.resolve("receipt"), List.of(text)), "--key", LOG.vkey());
    }

    private static VerifyRun consistency(Path old, Path checkpoint, Object... by) {
        List<Object> words = new java.util.ArrayList<>(List.of("consistency", old, checkpoint, "--key", LOG.vkey()));
        words.addAll(List.of(by));
        return VerifyRun.of(words.toArray());
    }

    private Path range(TestLog log, int from, int to) {
        return write(directory.resolve("range"), log.export("all", false, index -> index >= from && index < to));
    }

    private Path newest(TestLog log) {
        return old(log, log.size(), "newest");
    }

    private Path old(TestLog log, int size) {
        return old(log, size, "old");
    }

    private Path old(TestLog log, int size, String name) {
        return log.writeNote(directory.resolve(name), size);
    }
}
