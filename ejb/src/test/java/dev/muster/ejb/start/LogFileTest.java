package dev.muster.ejb.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final Instant BEGIN = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path directory;

    private Instant now = BEGIN;

    @Test
    void aFullFileGetsTheTimeInItsNameAndANewOneBegins() throws IOException {
        LogFile file = file();
        file.add("0123456789");
        file.add("0123456789");
        now = BEGIN.plusMillis(1);
        file.add("next");
        file.close();

        assertThat(names()).containsExactly("security.log", "security.log_2026-11-29T12-00-00-000");
        assertThat(logs().resolve("security.log_2026-11-29T12-00-00-000")).hasContent("0123456789\n0123456789\n");
        assertThat(logs().resolve("security.log")).hasContent("next\n");
    }

    @Test
    void aNewStartGoesOnWithTheFile() throws IOException {
        LogFile before = file();
        before.add("before");
        before.close();
        LogFile after = file();
        after.add("after");
        after.close();

        assertThat(logs().resolve("security.log")).hasContent("before\nafter\n");
    }

    @Test
    void onlyTheOwnerReadsFileOldFilesAndDirectory() throws IOException {
        LogFile file = file();
        file.add("a line that is long enough");
        file.add("another");
        file.close();

        assertThat(permissions(logs())).isEqualTo("rwx------");
        for (String name : names()) {
            assertThat(permissions(logs().resolve(name))).isEqualTo("rw-------");
        }
    }

    @Test
    void oldFilesAreDeletedByAgeAndByNumber() throws IOException {
        Files.createDirectories(logs());
        for (int day = 0; day < 6; day++) {
            Path old = Files.writeString(logs().resolve("security.log_" + day), "x");
            Files.setLastModifiedTime(old, FileTime.from(BEGIN.minus(Duration.ofDays(day))));
        }
        Path present = Files.writeString(logs().resolve("security.log"), "x");
        Files.setLastModifiedTime(present, FileTime.from(BEGIN.minus(Duration.ofDays(400))));
        Path other = Files.writeString(logs().resolve("other.log_1"), "x");
        Files.setLastModifiedTime(other, FileTime.from(BEGIN.minus(Duration.ofDays(400))));

        new LogRetention(logs(), "security.log_", 100).apply(BEGIN.minus(Duration.ofHours(97)));
        assertThat(names())
                .containsExactly(
                        "other.log_1",
                        "security.log",
                        "security.log_0",
                        "security.log_1",
                        "security.log_2",
                        "security.log_3",
                        "security.log_4");

        new LogRetention(logs(), "security.log_", 2).apply(BEGIN.minus(Duration.ofDays(90)));
        assertThat(names()).containsExactly("other.log_1", "security.log", "security.log_0", "security.log_1");
    }

    private LogFile file() {
        return new LogFile(logs().resolve("security.log"), 20, () -> now);
    }

    private Path logs() {
        return directory.resolve("logs");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(logs())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
