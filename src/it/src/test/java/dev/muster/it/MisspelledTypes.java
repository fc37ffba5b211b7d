package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.time.Duration;

/** A large draft in which many rows have a misspelled device type, and a few have one that nobody can guess. */
final class MisspelledTypes {

    static final int ROWS = 30_000;

    /** No more rows than these stay invalid after {@link #mend}. */
    static final int UNKNOWN = 10;

    private static final int MISSPELLED = 10_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private MisspelledTypes() {}

    /** Uploads the file, and returns when its rows are checked. */
    static Draft upload(Fleet fleet) {
        String csv = ImportFile.of(1, ROWS)
                .replaceAll("(?m)^(.*,device-\\d*[0369]),STANDALONE$", "$1,standalon")
                .replaceAll("(?m)^(.*,device-\\d*1111),STANDALONE$", "$1,lamp");
        Draft draft = new Draft(fleet, fleet.upload(csv).expect(202).text("id"));
        assertThat(awaitDraft(draft).getInt("invalidCells")).isGreaterThan(MISSPELLED);
        return draft;
    }

    /** Begins the change of all misspelled cells. */
    static Answer mend(Draft draft) {
        return draft.repairAll("deviceType", "unknown-type", "MEANT_TYPE");
    }

    /** Waits until the import is a draft again. */
    static JsonObject awaitDraft(Draft draft) {
        Await.until(PATIENCE, draft::status, "DRAFT"::equals);
        return draft.json();
    }

    static void assertMended(Draft draft) {
        assertThat(awaitDraft(draft).getInt("invalidCells")).isBetween(1, UNKNOWN);
        assertThat(draft.row(3).getString("deviceType")).isEqualTo("STANDALONE");
    }
}
