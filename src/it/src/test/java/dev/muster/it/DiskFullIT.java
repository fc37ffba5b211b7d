package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that the database is on is full in the middle of an import: that is told, and with room again all goes on. */
class DiskFullIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Some times what fits. */
    private static final int ROWS = 400_000;

    @TempDir
    Path disk;

    @BeforeEach
    void mountASmallDisk() {
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=48m", "muster-it", disk.toString()),
                "Only root may mount the small file system that this needs.");
    }

    @AfterEach
    void unmount() {
        succeeds("umount", "-l", disk.toString());
    }

    @Test
    void anImportThatDoesNotFitIsToldAndTheServerGoesOn() {
        MusterServer server = Database.H2.start("disk-full", Map.of("muster.data-dir", disk.toString()));
        try {
            Fleet fleet = Fleet.create(server, "ANY");
            Draft before = Draft.of(fleet, Cells.standalone(1));
            Answer refused = fleet.upload(HostileFile.rows(ROWS));
            assertThat(refused.status()).as(refused.toString()).isIn(500, 503, 507);
            assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(succeeds("mount", "-o", "remount,size=512m", disk.toString()))
                    .isTrue();
            Await.until(PATIENCE, before::look, answer -> answer.status() == 200);
            List<JsonObject> imports = Await.until(PATIENCE, () -> imports(fleet), DiskFullIT::isNothingAtWork);
            assertThat(imports)
                    .filteredOn(one -> !one.getString("id").equals(before.id()))
                    .allSatisfy(one -> assertThat(one.getString("status")).isIn("INTERRUPTED", "FAILED"));
            Draft.of(fleet, Cells.standalone(2)).commit(false).expect(200);
            before.commit(false).expect(200);
            assertThat(fleet.enrollments()).isEqualTo(2);
        } finally {
            server.kill();
        }
    }

    private boolean succeeds(String... command) {
        return Command.of(Path.of("."), command).run().isSuccess();
    }

    private static List<JsonObject> imports(Fleet fleet) {
        return fleet.organization().get(fleet.importsPath()).expect(200).items().getValuesAs(JsonObject.class);
    }

    private static boolean isNothingAtWork(List<JsonObject> imports) {
        return imports.stream().noneMatch(one -> one.getString("status").matches("READING|VALIDATING|COMMITTING"));
    }
}
