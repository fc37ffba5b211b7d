package dev.muster.launcher.verify;

import static dev.muster.launcher.verify.TestLog.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.LogKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/samples/VerifyLog.java} refuses. {@link LargeExportTest} compares it with the program. */
class SampleVerifierTest {

    private static final TestLog LOG = TestLog.of(2);

    @TempDir
    private Path directory;

    @Test
    void aSignatureOfTheKeyThatIsNotValidSpoilsTheCheckpoint() throws Exception {
        assertThat(header(header -> header).code()).isZero();
        String invalid = LOG.note(1).substring(LOG.note(1).lastIndexOf('—')).stripTrailing();
        VerifyRun run = header(header -> header.replace("\\n\",\"keys\"", "\\n" + invalid + "\\n\",\"keys\""));
        assertThat(run.text()).isEqualToIgnoringNewLines("Not verified: a signature of the key is not valid");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aSignatureOfAnotherKeyDoesNotCount() throws Exception {
        LogKey other = TestLog.newKey(TestLog.NAME);
        List<String> lines = new ArrayList<>(LOG.completeExport());
        lines.set(0, lines.getFirst().replace(quoted(LOG.note(2)), quoted(LOG.note(2, other))));
        Path file = write(directory.resolve("export"), lines);
        assertThat(VerifyRun.ofSample(file, LOG.vkey()).code()).isZero();
        assertThat(VerifyRun.ofSample(
                                file, TestLog.newKey(TestLog.NAME).verifierKey().text())
                        .text())
                .isEqualToIgnoringNewLines("Not verified: the key has not signed the checkpoint");
    }

    @Test
    void base64HasOneText() throws Exception {
        List<String> lines = new ArrayList<>(LOG.completeExport());
        lines.set(1, lines.get(1).replace("=\",\"leaf\"", "\",\"leaf\""));
        VerifyRun run = VerifyRun.ofSample(write(directory.resolve("export"), lines), LOG.vkey());
        assertThat(run.text()).startsWith("Not verified: not base64");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aWrongCommandLineIsNoVerdict() throws Exception {
        Path file = write(directory.resolve("export"), LOG.completeExport());
        assertThat(VerifyRun.ofSample().code()).isEqualTo(2);
        assertThat(VerifyRun.ofSample(directory.resolve("nowhere"), LOG.vkey()).code())
                .isEqualTo(2);
        VerifyRun key = VerifyRun.ofSample(file, LOG.vkey().replace("log+", "log+0"));
        assertThat(key.text()).startsWith("The key cannot be read");
        assertThat(key.code()).isEqualTo(2);
        Files.write(file, new byte[] {'{', (byte) 0xC3, '}', '\n'});
        assertThat(VerifyRun.ofSample(file, LOG.vkey()).code())
                .as("the file can be read, and is no export")
                .isEqualTo(1);
    }

    private VerifyRun header(UnaryOperator<String> change) throws Exception {
        List<String> lines = new ArrayList<>(LOG.completeExport());
        lines.set(0, change.apply(lines.getFirst()));
        return VerifyRun.ofSample(write(directory.resolve("export"), lines), LOG.vkey());
    }

    private static String quoted(String note) {
        return note.replace("\n", "\\n");
    }
}
