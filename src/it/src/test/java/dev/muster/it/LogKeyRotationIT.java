package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.SignedNote;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.launcher.keys.KeyCommands;
import dev.muster.launcher.settings.SettingsSource;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator gives the transparency log another key while a server runs, also with a master key from a file. */
class LogKeyRotationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final MusterServer server = Database.POSTGRESQL.server();
    private final PublicLog log = PublicLog.of(server);

    @Test
    void whoTrustsTheKeyBeforeLearnsTheNewOne() throws IOException {
        VerifierKey first = log.key();
        assertThat(rotate("muster.master-key", Database.MASTER_KEY)).contains("new key", first.text());
        VerifierKey second = log.key();
        assertThat(second).isNotEqualTo(first);
        String leaf = rotations(1);
        assertThat(leaf).contains(first.text(), second.text());
        String note = checkpoint();
        assertThat(SignedNote.open(note, first)).isPresent().isEqualTo(SignedNote.open(note, second));
        Path file = Files.writeString(directory.resolve("master-key"), Database.MASTER_KEY + "\n");
        rotate("muster.master-key-file", file.toString());
        VerifierKey third = log.key();
        String later = Await.until(
                PATIENCE,
                this::checkpoint,
                signed -> SignedNote.open(signed, third).isPresent());
        assertThat(SignedNote.open(later, second)).isPresent();
        assertThat(SignedNote.open(later, first)).isEmpty();
        assertThat(server.nobody()
                        .get(PublicLog.PATH + "/key")
                        .expect(200)
                        .body()
                        .lines())
                .startsWith(third.text(), second.text(), first.text());
    }

    private String checkpoint() {
        return server.nobody().get(PublicLog.PATH + "/checkpoint").expect(200).body();
    }

    private String rotations(int atLeast) {
        Answer seen = Await.until(
                PATIENCE,
                () -> server.administratorByToken()
                        .get(PublicLog.PATH + "?act=log-key-rotated")
                        .expect(200),
                answer -> answer.items().size() >= atLeast && PublicLog.areAllPlaced(answer));
        return seen.items().getJsonObject(0).toString();
    }

    private String rotate(String setting, String value) {
        Map<String, String> settings = new HashMap<>(Database.postgres().settings());
        settings.put("muster.data-dir", directory.toString());
        settings.put(setting, value);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KeyCommands(SettingsSource.of(settings), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of("rotate-log-key"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
