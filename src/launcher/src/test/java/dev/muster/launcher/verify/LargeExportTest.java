package dev.muster.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log of 100,000 leaves, read by the program and by the sample that was written from the document alone. The time is
 * printed and not asserted; transparency-log.md has it.
 */
class LargeExportTest {

    private static final int SIZE = 100_000;

    private static final TestLog LOG = TestLog.of(SIZE);

    @TempDir
    private Path directory;

    @Test
    void bothVerifiersAgreeOnACompleteExport() throws Exception {
        Path file = export("all", true, index -> true, UnaryOperator.identity());
        long begin = System.nanoTime();
        VerifyRun run = VerifyRun.of("export", file, "--key", LOG.vkey());
        System.out.printf(
                "VerifyLog: %d leaves, %d bytes, %s%n",
                SIZE, Files.size(file), Duration.ofNanos(System.nanoTime() - begin));
        assertThat(run.text()).startsWith("Verified: ").contains("with 100000 leaves");
        assertThat(sample(file)).startsWith("Verified: 100000 leaves, all of muster.example/log 100000");

        for (String wanted : List.of("device:77777\\", "\"salt\":\"0S8A")) {
            Path changed =
                    export("all", true, index -> true, line -> line.replace(wanted, wanted.replaceAll("[7A]", "B")));
            assertThat(VerifyRun.of("export", changed, "--key", LOG.vkey()).text())
                    .startsWith("Not verified: The leaves do not give the root");
            assertThat(sample(changed)).startsWith("Not verified: the root differs");
        }
    }

    @Test
    void bothVerifiersAgreeOnTheExportOfATenant() throws Exception {
        Path file = export("organization:1", false, index -> index % 3 == 1, UnaryOperator.identity());
        long begin = System.nanoTime();
        VerifyRun run = VerifyRun.of("export", file, "--key", LOG.vkey());
        System.out.printf(
                "VerifyLog: %d leaves with proofs, %d bytes, %s%n",
                SIZE / 3, Files.size(file), Duration.ofNanos(System.nanoTime() - begin));
        assertThat(run.text()).startsWith("Verified: each of the 33333 leaves");
        assertThat(sample(file)).startsWith("Verified: 33333 of muster.example/log 100000");

        Path changed = export(
                "organization:1",
                false,
                index -> index % 3 == 1,
                line -> line.replace("device:7777\\", "device:7778\\"));
        assertThat(VerifyRun.of("export", changed, "--key", LOG.vkey()).text())
                .startsWith("Not verified: Line 2594: the log does not have this leaf at the index 7777.");
        assertThat(sample(changed)).isEqualToIgnoringNewLines("Not verified: the leaf 7777 is not in the log");
    }

    private Path export(String scope, boolean complete, LongPredicate wanted, UnaryOperator<String> change)
            throws IOException {
        Path file = directory.resolve("export.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(LOG.header(scope, complete) + "\n");
            for (long index = 0; index < SIZE; index++) {
                if (wanted.test(index)) {
                    out.write(change.apply(LOG.line(index, complete)) + "\n");
                }
            }
        }
        return file;
    }

    private static String sample(Path file) throws Exception {
        VerifyRun run = VerifyRun.ofSample(file, LOG.vkey());
        assertThat(run.code()).as(run.text()).isEqualTo(run.text().startsWith("Verified") ? 0 : 1);
        return run.text();
    }
}
