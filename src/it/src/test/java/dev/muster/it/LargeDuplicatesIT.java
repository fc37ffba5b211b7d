package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The first of each of many duplicates is kept in the background, by a deletion or by a commit, as it was told. */
@OnBothDatabases
@Tag("endurance")
class LargeDuplicatesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 20_000;
    private static final int PAIRS = 10_000;

    @Parameter
    Database database;

    private Fleet fleet;

    private Draft draft;

    @BeforeEach
    void importPairs() {
        fleet = Fleet.create(database.server());
        StringBuilder csv = new StringBuilder(ImportFile.of(1, ROWS));
        IntStream.rangeClosed(1, PAIRS)
                .forEach(serial -> csv.append(ImportFile.imei(2L * serial))
                        .append(",twin-")
                        .append(serial)
                        .append(",STANDALONE\n"));
        draft = new Draft(fleet, fleet.upload(csv.toString()).expect(202).text("id"));
        become("DRAFT");
    }

    @Test
    void theyAreDeletedButTheFirstOfEachAndTakenBack() {
        JsonObject impact = draft.impact();
        assertThat(impact.getInt("invalidRows")).isEqualTo(2 * PAIRS);
        assertThat(impact.getInt("duplicateGroups")).isEqualTo(PAIRS);
        assertThat(impact.getJsonObject("all").getInt("deleted")).isEqualTo(2 * PAIRS);
        assertThat(impact.getJsonObject("keepFirst").getInt("deleted")).isEqualTo(PAIRS);
        draft.deleteInvalidButFirst().expect(202);
        JsonObject left = become("DRAFT");
        assertThat(left.getInt("rows")).isEqualTo(ROWS);
        assertThat(left.getInt("invalidCells")).isZero();
        assertThat(left.getString("lastChange")).isEqualTo("the deletion of " + PAIRS + " rows");
        assertThat(draft.page("size=1&page=" + (ROWS - 1))
                        .items()
                        .getJsonObject(0)
                        .getInt("row"))
                .isEqualTo(ROWS);
        draft.undo().expect(202);
        assertThat(become("DRAFT").getInt("rows")).isEqualTo(ROWS + PAIRS);
        assertThat(draft.invalidCells()).isEqualTo(2 * PAIRS);
    }

    @Test
    void theFirstOfEachIsAddedAndTheOthersStay() {
        JsonObject told = draft.impact().getJsonObject("keepFirst");
        Await.until(PATIENCE, draft::commitFirstOfEach, answer -> answer.status() == 202);
        assertThat(become("COMMITTED").getInt("rows")).isEqualTo(ROWS);
        assertThat(told.getInt("added")).isEqualTo(ROWS);
        assertThat(fleet.enrollments()).isEqualTo(ROWS);
        JsonObject rest =
                fleet.organization().get(fleet.importsPath()).expect(200).items().getValuesAs(JsonObject.class).stream()
                        .filter(one -> one.containsKey("restOf"))
                        .findFirst()
                        .orElseThrow();
        assertThat(rest.getInt("rows")).isEqualTo(PAIRS).isEqualTo(told.getInt("leftOut"));
    }

    private JsonObject become(String status) {
        Await.until(PATIENCE, draft::status, status::equals);
        return draft.json();
    }
}
