package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The last changes are taken back, one after the other, and what it touched is as before; apply-to-all mends what has the same fault. */
@OnBothDatabases
class DraftUndoIT {

    private static final List<Consumer<Draft>> CHANGES = List.of(
            it -> it.edit(6, "uniqueIdentifier", ImportFile.imei(4)).expect(200),
            it -> it.edit(4, "deviceName", "renamed").expect(200),
            it -> it.repairAll("deviceType", "unknown-type", "MEANT_TYPE").expect(200),
            it -> it.deleteRows(Set.of(1, 4)).expect(200),
            it -> it.edit(6, "deviceName", "gateway again").expect(200),
            it -> it.deleteInvalid().expect(200));

    @Parameter
    Database database;

    private Draft draft;

    @BeforeEach
    void upload() {
        draft = Draft.of(
                database.fleet(),
                Cells.standalone(1).with("deviceType", "gatway"),
                Cells.standalone(2).with("deviceType", "stand-alone"),
                Cells.standalone(3).with("deviceType", "lamp"),
                Cells.standalone(4),
                Cells.standalone(4).with("deviceName", "twin"),
                Cells.gateway(6),
                Cells.peripheral(7, ImportFile.imei(6)),
                Cells.standalone(ImportFile.imei(8).substring(0, 14), "without check digit"),
                Cells.standalone(ImportFile.imei(9).substring(0, 14), "without it, too"));
    }

    @Test
    void anEditIsTakenBack() {
        assertTakenBack(it -> it.edit(6, "uniqueIdentifier", ImportFile.imei(4)).expect(200));
    }

    @Test
    void aDeletionOfSeveralIsTakenBack() {
        assertTakenBack(it -> it.deleteRows(Set.of(1, 4, 6)).expect(200));
    }

    @Test
    void theDeletionOfAllInvalidRowsIsTakenBack() {
        assertTakenBack(it -> it.deleteInvalid().expect(200));
    }

    @Test
    void aMassRepairIsTakenBack() {
        assertTakenBack(
                it -> it.repairAll("deviceType", "unknown-type", "MEANT_TYPE").expect(200));
    }

    @Test
    void onlyTheChangeThatIsMeantIsTakenBack() {
        draft.edit(3, "deviceType", "GATEWAY").expect(200);
        int meant = draft.changeNumber();
        draft.edit(4, "deviceName", "other").expect(200);
        List<Cells> now = cells();
        assertProblem(draft.undo(meant), 409, ProblemCode.CONFLICT);
        assertThat(cells()).isEqualTo(now);
        draft.undo(meant + 1).expect(200);
        assertThat(draft.row(3).getString("deviceType")).isEqualTo("GATEWAY");
    }

    @Test
    void changesAreTakenBackOneAfterTheOther() {
        List<List<Cells>> states = new ArrayList<>(List.of(cells()));
        for (Consumer<Draft> change : CHANGES) {
            change.accept(draft);
            states.add(cells());
        }

        for (int i = CHANGES.size(); i > 0; i--) {
            assertThat(cells()).isEqualTo(states.get(i));
            assertThat(draft.json().getString("lastChange")).isNotBlank();
            draft.undo(draft.changeNumber()).expect(200);
        }

        assertThat(cells()).isEqualTo(states.getFirst());
        assertThat(draft.json().containsKey("lastChange")).isFalse();
        assertProblem(draft.undo(), 409, ProblemCode.CONFLICT);
    }

    @Test
    void aChangeAfterAnUndoIsTakenBackFirst() {
        draft.edit(4, "deviceName", "first").expect(200);
        draft.edit(4, "deviceName", "second").expect(200);
        draft.undo().expect(200);
        draft.edit(4, "deviceName", "third").expect(200);

        draft.undo().expect(200);
        assertThat(draft.row(4).getString("deviceName")).isEqualTo("first");
        draft.undo().expect(200);
        assertThat(draft.row(4).getString("deviceName")).isEqualTo("device-4");
    }

    @Test
    void twentyChangesCanBeTakenBack() {
        for (int i = 0; i <= 20; i++) {
            draft.edit(4, "deviceName", "name-" + i).expect(200);
        }
        for (int i = 0; i < 20; i++) {
            draft.undo().expect(200);
        }

        assertThat(draft.row(4).getString("deviceName")).isEqualTo("name-0");
        assertProblem(draft.undo(), 409, ProblemCode.CONFLICT);
    }

    /** Whoever has seen a version of a row never takes a later one for it. */
    @Test
    void noVersionOfARowComesTwice() {
        Set<Integer> seen = new HashSet<>();
        List<Consumer<Draft>> acts = List.of(
                it -> it.edit(4, "deviceName", "a").expect(200),
                it -> it.edit(4, "deviceName", "b").expect(200),
                it -> it.undo().expect(200),
                it -> it.undo().expect(200),
                it -> it.edit(4, "deviceName", "c").expect(200),
                it -> it.edit(6, "deviceName", "d").expect(200),
                it -> it.undo().expect(200),
                it -> it.undo().expect(200));
        seen.add(version(4));

        for (Consumer<Draft> act : acts) {
            int before = version(4);
            act.accept(draft);
            assertThat(version(4) == before || seen.add(version(4))).isTrue();
            assertThat(version(4)).isGreaterThanOrEqualTo(before);
        }
    }

    private int version(int row) {
        return draft.row(row).getInt("version");
    }

    @Test
    void aSecondWindowIsToldOfWhatWasTakenBack() {
        String seen = String.valueOf(draft.edit(3, "deviceType", "GATEWAY")
                .expect(200)
                .json()
                .getJsonObject("row")
                .getInt("version"));
        draft.undo().expect(200);
        assertProblem(draft.edit(3, "deviceName", "lost", seen), 412, ProblemCode.ROW_CHANGED);
    }

    @Test
    void whatMendsNothingChangesNothing() {
        draft.edit(4, "deviceName", "renamed").expect(200);
        List<JsonObject> before = draft.rows();
        JsonObject told = draft.repairAll("uniqueIdentifier", "duplicate-in-file", "LEADING_ZERO")
                .expect(200)
                .json();
        assertThat(told.getInt("repaired")).isZero();
        assertThat(draft.rows()).isEqualTo(before);
        draft.undo().expect(200);
        assertThat(draft.row(4).getString("deviceName")).isEqualTo("device-4");
    }

    @Test
    void deletingNothingForgetsNothing() {
        Draft valid = Draft.of(database.fleet(), Cells.standalone(1), Cells.standalone(2));
        valid.edit(1, "deviceName", "renamed").expect(200);
        valid.deleteInvalid().expect(200);
        valid.deleteRows(Set.of(77)).expect(200);
        valid.undo().expect(200);
        assertThat(valid.row(1).getString("deviceName")).isEqualTo("device-1");
    }

    @Test
    void allTypesThatCanBeMeantAreMendedAtOnce() {
        JsonObject error = draft.row(1).getJsonArray("errors").getJsonObject(0);
        JsonObject repair = error.getJsonArray("repairs").getJsonObject(0);
        assertThat(repair.getString("value")).isEqualTo("GATEWAY");
        assertThat(repair.getString("label")).isNotBlank();
        JsonObject told = draft.repairAll("deviceType", error.getString("code"), repair.getString("kind"))
                .expect(200)
                .json();
        assertThat(told.getInt("repaired")).isEqualTo(2);
        assertThat(draft.row(1).getString("deviceType")).isEqualTo("GATEWAY");
        assertThat(draft.row(2).getString("deviceType")).isEqualTo("STANDALONE");
        assertThat(draft.faults(1)).isEmpty();
        assertThat(draft.faults(3)).containsExactly("deviceType:unknown-type");
        assertThat(told.getJsonObject("draft").getInt("invalidCells")).isEqualTo(5);
    }

    @Test
    void allMissingCheckDigitsAreAddedAtOnce() {
        JsonObject told = draft.repairAll("uniqueIdentifier", "check-digit", "CHECK_DIGIT")
                .expect(200)
                .json();
        assertThat(told.getInt("repaired")).isEqualTo(2);
        assertThat(draft.row(8).getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(8));
        assertThat(draft.row(9).getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(9));
        assertThat(draft.faults(8)).isEmpty();
        assertThat(draft.invalidCells()).isEqualTo(5);
    }

    private void assertTakenBack(Consumer<Draft> change) {
        List<JsonObject> before = draft.rows();
        List<String> pages = List.of(draft.invalidPages(1), draft.invalidPages(2));
        int cells = draft.invalidCells();
        change.accept(draft);
        assertThat(draft.rows()).isNotEqualTo(before);
        JsonObject changed = draft.json();
        assertThat(changed.getString("lastChange")).isNotBlank();
        JsonObject undone =
                draft.undo(changed.getInt("changeNumber")).expect(200).json();
        assertThat(undone.containsKey("lastChange")).isFalse();
        assertThat(undone.getInt("invalidCells")).isEqualTo(cells);
        assertThat(draft.rows())
                .usingElementComparator(DraftUndoIT::compareButVersion)
                .isEqualTo(before);
        assertThat(List.of(draft.invalidPages(1), draft.invalidPages(2))).isEqualTo(pages);
    }

    private static int compareButVersion(JsonObject one, JsonObject other) {
        return one.toString()
                .replaceFirst("\"version\":\\d+", "")
                .compareTo(other.toString().replaceFirst("\"version\":\\d+", ""));
    }

    private List<Cells> cells() {
        return draft.rows().stream().map(Cells::of).toList();
    }
}
