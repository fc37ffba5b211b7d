package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A change of many rows of a large draft goes on after its request was answered, and is done wholly or not at all. */
@OnBothDatabases
class LargeChangeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Parameter
    Database database;

    private Draft draft;

    @BeforeEach
    void importManyFaults() {
        draft = MisspelledTypes.upload(Fleet.create(database.server()));
    }

    @Test
    void manyCellsAreMendedAndTakenBack() {
        int invalid = draft.invalidCells();
        List<JsonObject> before = draft.rows();
        String pages = draft.invalidPages(500);

        Answer begun = mend().expect(202);
        assertThat(begun.text("status")).isIn("VALIDATING", "DRAFT");
        JsonObject mended = draftAgain();
        assertThat(mended.getInt("invalidCells")).isBetween(1, MisspelledTypes.UNKNOWN);
        assertThat(mended.getString("lastChange")).contains("“Write the type that is meant” in 1");
        assertThat(draft.row(3).getString("deviceType")).isEqualTo("STANDALONE");
        assertThat(draft.row(1)).isEqualTo(before.get(0));

        draft.undo(mended.getInt("changeNumber")).expect(202);
        JsonObject undone = draftAgain();
        assertThat(undone.containsKey("lastChange")).isFalse();
        assertThat(undone.getInt("invalidCells")).isEqualTo(invalid);
        assertThat(draft.row(3).getString("deviceType")).isEqualTo("standalon");
        assertThat(draft.invalidPages(500)).isEqualTo(pages);
    }

    @Test
    void manyInvalidRowsAreDeletedAndTakenBack() {
        int invalid = draft.invalidCells();
        draft.deleteInvalid().expect(202);
        JsonObject left = draftAgain();
        assertThat(left.getInt("rows")).isEqualTo(MisspelledTypes.ROWS - invalid);
        assertThat(left.getInt("invalidCells")).isZero();
        assertThat(draft.page("size=1").json().getInt("total")).isEqualTo(MisspelledTypes.ROWS - invalid);

        draft.undo().expect(202);
        assertThat(draftAgain().getInt("rows")).isEqualTo(MisspelledTypes.ROWS);
        assertThat(draft.invalidCells()).isEqualTo(invalid);
    }

    @Test
    void nobodyElseChangesItsRowsMeanwhileAndItCanBeStopped() {
        int invalid = draft.invalidCells();
        mend().expect(202);
        int edit = draft.edit(1, "deviceName", "meanwhile").status();
        draft.discard();
        Answer ended = Await.until(PATIENCE, draft::look, answer -> !isChanging(answer));
        if (ended.status() == 404) {
            System.out.printf("%s: the change was over before it could be stopped%n", database);
            return;
        }
        System.out.printf(
                "%s: an edit meanwhile: %d, stopped: %s%n",
                database, edit, ended.json().containsKey("failure"));
        assertThat(edit).isIn(200, 409);
        assertThat(ended.json().getInt("rows")).isEqualTo(MisspelledTypes.ROWS);
        if (ended.json().containsKey("failure")) {
            assertThat(ended.text("failure")).contains("cancelled");
            assertThat(ended.json().getInt("invalidCells")).isEqualTo(invalid);
            mend().expect(202);
            assertThat(draftAgain().getInt("invalidCells")).isLessThan(invalid);
        }
    }

    @Test
    void whereNothingCanBeMendedTheDraftStaysAndSaysSo() {
        List<JsonObject> before = draft.rows();
        draft.repairAll("deviceType", "unknown-type", "LEADING_ZERO").expect(202);
        assertThat(draftAgain().getString("failure")).contains("No cell could be changed");
        assertThat(draft.rows()).isEqualTo(before);
    }

    private Answer mend() {
        return MisspelledTypes.mend(draft);
    }

    private JsonObject draftAgain() {
        return MisspelledTypes.awaitDraft(draft);
    }

    private static boolean isChanging(Answer answer) {
        return answer.status() == 200 && answer.text("status").equals("VALIDATING");
    }
}
