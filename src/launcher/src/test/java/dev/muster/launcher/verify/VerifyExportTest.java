package dev.muster.launcher.verify;

import static dev.muster.launcher.verify.TestLog.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a log of 100 leaves, whole and manipulated. Line 1 is the header, so the leaf 0 is in line 2. */
class VerifyExportTest {

    private static final TestLog LOG = TestLog.of(100);

    @TempDir
    private Path directory;

    @Test
    void aCompleteExportIsVerified() {
        VerifyRun run = export(lines -> {});
        assertThat(run.text())
                .startsWith("Verified: the file has every leaf of the log muster.example/log with 100 leaves");
        assertThat(run.code()).isZero();
    }

    @Test
    void aDeletedLeafStillVerifies() {
        VerifyRun run = export(lines -> lines.set(8, LOG.deletedLine(7)));
        assertThat(run.text()).startsWith("Verified").contains("The content of 1 of them was deleted.");
        assertThat(export(lines -> lines.set(8, LOG.deletedLine(8).replace("\"index\":8", "\"index\":7")))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aChangedContentIsDetected() {
        refuses("The leaves do not give the root", change(8, "device:7", "device:8"));
    }

    @Test
    void aChangedSaltIsDetected() {
        refuses("The leaves do not give the root", change(8, "\"salt\":\"B", "\"salt\":\"C"));
    }

    @Test
    void aRemovedLeafIsDetected() {
        refuses("Line 9 has the leaf 8, but the leaf 7 has to come next", lines -> lines.remove(8));
    }

    @Test
    void anAddedLeafIsDetected() {
        refuses("Line 10 has the leaf 7, which has come before", lines -> lines.add(8, LOG.line(7, true)));
        refuses(
                "the checkpoint has only 100 leaves",
                lines -> lines.add(lines.get(1).replace("\"index\":0", "\"index\":100")));
    }

    @Test
    void swappedLeavesAreDetected() {
        refuses("has to come next", lines -> Collections.swap(lines, 8, 9));
        refuses("do not give the root", lines -> {
            String seventh = lines.get(8);
            lines.set(8, lines.get(9).replace("\"index\":8", "\"index\":7"));
            lines.set(9, seventh.replace("\"index\":7", "\"index\":8"));
        });
    }

    @Test
    void aTruncatedFileIsDetected() throws IOException {
        refuses(
                "The file has 90 leaves, and the checkpoint has 100",
                lines -> lines.subList(91, 101).clear());
        Path file = write(directory.resolve("cut.jsonl"), LOG.completeExport());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(VerifyRun.of("export", file, "--key", LOG.vkey()).text())
                .isEqualToIgnoringNewLines("Not verified: The file ends within line 101: it is truncated.");
        Files.write(file, new byte[0]);
        assertThat(VerifyRun.of("export", file, "--key", LOG.vkey()).code()).isEqualTo(1);
    }

    @Test
    void garbageIsDetected() {
        refuses("Line 9 is not a JSON object", lines -> lines.add(8, "garbage"));
        refuses("Line 9 is not a JSON object", lines -> lines.add(8, ""));
        refuses("Line 102 is not a JSON object", lines -> lines.add("\0"));
        refuses("Line 9 has the members", lines -> lines.add(8, "{}"));
        refuses("not the members of a leaf", change(8, "{\"index\"", "{\"more\":1,\"index\""));
        refuses("no member index", change(8, "\"index\":7", "\"index\":7.5"));
        refuses("no member index", change(8, "\"index\":7", "\"index\":-7"));
        refuses("no member salt", change(8, "\"salt\":\"B", "\"salt\":\""));
        refuses("the member index twice", change(8, "\"index\":7", "\"index\":7,\"index\":7"));
        refuses("too long for a leaf", lines -> lines.add("x".repeat(1 << 21)));
        refuses("no member scope", change(0, "\"scope\":\"all\",", ""));
    }

    @Test
    void anotherKeyIsDetected() {
        Path file = write(directory.resolve("export.jsonl"), LOG.completeExport());
        VerifyRun run = VerifyRun.of(
                "export",
                file,
                "--key",
                TestLog.newKey(TestLog.NAME).verifierKey().text());
        assertThat(run.text()).startsWith("Not verified: The checkpoint in").contains("no valid signature of the key");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void oneOfTwoKeysIsEnough() {
        Path file = write(directory.resolve("export.jsonl"), LOG.completeExport());
        String other = TestLog.newKey(TestLog.NAME).verifierKey().text();
        assertThat(VerifyRun.of("export", file, "--key", other, "--key", LOG.vkey())
                        .code())
                .isZero();
    }

    @Test
    void anInvalidSignatureOfOneOfTwoKeysIsDetected() {
        LogKey next = TestLog.newKey(TestLog.NAME);
        String other = LOG.note(99, next);
        String note = LOG.note(100) + other.substring(other.lastIndexOf('—'));
        Path file = write(directory.resolve("note"), List.of(note.stripTrailing()));
        Path proof = write(directory.resolve("proof"), List.of("{\"hashes\":[]}"));
        String key = next.verifierKey().text();
        VerifyRun run = VerifyRun.of("consistency", file, file, "--proof", proof, "--key", LOG.vkey(), "--key", key);
        assertThat(run.text()).startsWith("Not verified: ").contains("its signature of another key is not valid");
        assertThat(run.code()).isEqualTo(1);
        assertThat(VerifyRun.of("consistency", file, file, "--proof", proof, "--key", LOG.vkey())
                        .code())
                .as("a key that is not known")
                .isZero();
    }

    @Test
    void aChangedCheckpointIsDetected() {
        refuses("no valid signature", change(0, "\\n100\\n", "\\n101\\n"));
        refuses("not in the form of a checkpoint", change(0, "\\n100\\n", "\\n0100\\n"));
    }

    @Test
    void theCheckpointOfAnotherLogIsDetected() {
        TestLog other = new TestLog("other.example/log");
        other.add(TestLog.content(0));
        refuses("is of another log: other.example/log", lines -> lines.set(0, other.header("all", true)));
    }

    @Test
    void aNewerCheckpointOfTheSameLogNeedsItsLeaves() {
        TestLog longer = LOG.fork(100);
        longer.add("{}");
        refuses(
                "The file has 100 leaves, and the checkpoint has 101",
                lines -> lines.set(0, longer.header("all", true)));
    }

    @Test
    void theOlderCheckpointFindsAForkedHistory() {
        Path file = write(directory.resolve("export.jsonl"), LOG.completeExport());
        Path old = LOG.writeNote(directory.resolve("old.txt"), 60);
        assertThat(VerifyRun.of("export", file, "--key", LOG.vkey(), "--old", old)
                        .text())
                .contains("goes on from the older checkpoint with 60 leaves");

        TestLog fork = LOG.fork(59);
        fork.add("{}");
        Path forked = fork.writeNote(directory.resolve("forked.txt"), 60);
        VerifyRun run = VerifyRun.of("export", file, "--key", LOG.vkey(), "--old", forked);
        assertThat(run.text()).contains("first 60 leaves do not give the root").contains("a fork");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aTenantsExportIsVerified() {
        VerifyRun run = tenantsExport(lines -> {});
        assertThat(run.text()).startsWith("Verified: each of the 33 leaves in the file (organization:1) is in the log");
        assertThat(run.code()).isZero();
    }

    @Test
    void aManipulatedExportOfATenantIsDetected() {
        assertThat(tenantsExport(change(5, "organization:1", "organization:2")).text())
                .startsWith("Not verified: Line 6: the log does not have this leaf at the index 13.");
        assertThat(tenantsExport(change(5, "\"salt\":\"D", "\"salt\":\"E")).text())
                .contains("Line 6");
        assertThat(tenantsExport(change(5, "\"index\":13", "\"index\":14")).text())
                .contains("index 14");
        assertThat(tenantsExport(change(5, "\"proof\":[", "\"proof\":[],\"p\":["))
                        .code())
                .isEqualTo(1);
        assertThat(tenantsExport(lines -> Collections.swap(lines, 5, 6)).text()).contains("after the leaf 16");
        assertThat(tenantsExport(lines -> lines.add(5, lines.get(5))).text()).contains("after the leaf 13");
        assertThat(tenantsExport(lines -> lines.add(5, LOG.line(12, true))).text())
                .contains("no member proof");
    }

    private void refuses(String reason, Consumer<List<String>> manipulation) {
        VerifyRun run = export(manipulation);
        assertThat(run.text()).startsWith("Not verified: ").contains(reason);
        assertThat(run.code()).isEqualTo(1);
    }

    private VerifyRun export(Consumer<List<String>> manipulation) {
        return verify(LOG.completeExport(), manipulation);
    }

    private VerifyRun tenantsExport(Consumer<List<String>> manipulation) {
        return verify(LOG.export("organization:1", false, index -> index % 3 == 1), manipulation);
    }

    private VerifyRun verify(List<String> lines, Consumer<List<String>> manipulation) {
        List<String> changed = new ArrayList<>(lines);
        manipulation.accept(changed);
        return VerifyRun.of("export", write(directory.resolve("export.jsonl"), changed), "--key", LOG.vkey());
    }

    private static Consumer<List<String>> change(int line, String from, String to) {
        UnaryOperator<String> change = text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
        return lines -> lines.set(line, change.apply(lines.get(line)));
    }
}
