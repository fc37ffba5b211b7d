package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.launcher.verify.VerifyCommands;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of the transparency log by time. The order of the leaves is not the order of their times. */
class LogRangeIT {

    private static final String DAY = "/export?from=2001-01-02T00:00:00Z&to=2001-01-03T00:00:00Z";

    @TempDir
    private Path directory;

    private final MusterServer server = Database.POSTGRESQL.server();
    private final ApiClient administrator = server.administratorByToken();
    private final PublicLog log = PublicLog.of(server);

    @Test
    void aLeafOfAnotherTimeBetweenThemIsNotLeftOut() throws IOException {
        Database.postgres()
                .execute(
                        leaf("aa", "2001-01-02T10:00:00Z"),
                        leaf("bb", "2001-01-01T10:00:00Z"),
                        leaf("cc", "2001-01-02T11:00:00Z"));
        Answer range = Await.until(
                Duration.ofSeconds(10),
                () -> administrator.get(PublicLog.PATH + DAY),
                now -> entries(now).contains(entry(0xCC)));
        assertThat(entries(range)).startsWith(entry(0xAA)).contains(entry(0xBB)).endsWith(entry(0xCC));
        assertThat(verified("range", range)).startsWith("Verified: the file has every leaf from ");

        Answer act = administrator.get(PublicLog.PATH + DAY + "&act=login");
        assertThat(entries(act)).containsExactly(entry(0xAA), entry(0xCC));
        assertThat(verified("export", act)).startsWith("Verified: each of the 2 leaves");
    }

    @Test
    void timesWithoutLeavesGiveAFileWithoutLeaves() {
        assertThat(LogExport.of(administrator.get(
                                PublicLog.PATH + "/export?from=1999-01-01T00:00:00Z&to=1999-01-02T00:00:00Z"))
                        .leaves())
                .isEmpty();
    }

    /** A leaf whose content was deleted. */
    private static String leaf(String octet, String time) {
        return "insert into log_leaf (entry, happened_at, act) values (decode(repeat('%s', 32), 'hex'), '%s', 'login')"
                .formatted(octet, time);
    }

    private static String entry(int octet) {
        byte[] entry = new byte[32];
        Arrays.fill(entry, (byte) octet);
        return Base64.getEncoder().encodeToString(entry);
    }

    private static List<String> entries(Answer export) {
        return LogExport.of(export).leaves().stream()
                .map(line -> line.getString("entry", ""))
                .toList();
    }

    private String verified(String command, Answer export) throws IOException {
        Path file = Files.writeString(directory.resolve(command), export.body());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new VerifyCommands(out, out)
                .run(List.of(command, file.toString(), "--key", log.key().text()));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
