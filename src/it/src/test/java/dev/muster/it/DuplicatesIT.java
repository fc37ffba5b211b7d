package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Deleting the invalid rows, and adding the valid ones, says beforehand what becomes of duplicates, and can keep the
 * first of each. Each test asks for the counts first and then does it: what was told is what happens.
 */
@OnBothDatabases
class DuplicatesIT {

    @Parameter
    Database database;

    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
    }

    @Test
    void pairsAreToldAndGoBothOrHalf() {
        Cells[] rows = Stream.concat(
                        IntStream.rangeClosed(1, 10).mapToObj(Cells::standalone),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(serial -> Cells.standalone(ImportFile.imei(serial), "the twin of " + serial)))
                .toArray(Cells[]::new);
        Draft both = Draft.of(fleet, rows);
        JsonObject impact = both.impact();
        assertThat(impact.getInt("rows")).isEqualTo(15);
        assertThat(impact.getInt("invalidRows")).isEqualTo(10);
        assertThat(impact.getInt("duplicateRows")).isEqualTo(10);
        assertThat(impact.getInt("duplicateGroups")).isEqualTo(5);
        assertThat(impact.getJsonObject("all").getInt("deleted")).isEqualTo(10);
        assertThat(impact.getJsonObject("keepFirst").getInt("deleted")).isEqualTo(5);
        both.deleteInvalid().expect(200);
        assertThat(numbers(both)).containsExactly(6, 7, 8, 9, 10);
        assertDeletionKeeps(Draft.of(fleet, rows), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void theFirstNameIsKeptToo() {
        assertDeletionKeeps(
                draft(
                        Cells.standalone(1).with("deviceName", "Pump"),
                        Cells.standalone(2).with("deviceName", "pump"),
                        Cells.standalone(3),
                        Cells.standalone(4).with("deviceName", " PUMP ")),
                1,
                3);
    }

    @Test
    void ofThreeTheFirstThatHasNoOtherFaultIsKept() {
        assertDeletionKeeps(
                draft(
                        Cells.standalone(1).with("deviceType", "lamp"),
                        Cells.standalone(1).with("deviceName", "second"),
                        Cells.standalone(1).with("deviceName", "third"),
                        Cells.standalone(2).with("deviceName", ""),
                        Cells.standalone(2).with("deviceType", "")),
                2);
    }

    @Test
    void inAChainARowGoesForOneThatStaysOnly() {
        assertDeletionKeeps(
                draft(
                        Cells.standalone(ImportFile.imei(1), "A"),
                        Cells.standalone(ImportFile.imei(1), "B"),
                        Cells.standalone(ImportFile.imei(2), "B"),
                        Cells.standalone(ImportFile.imei(2), "C")),
                1,
                3);
    }

    @Test
    void anImeiWithoutItsCheckDigitIsNoFirst() {
        assertDeletionKeeps(
                draft(
                        Cells.standalone(ImportFile.imei(1).substring(0, 14), "short"),
                        Cells.standalone(1),
                        Cells.standalone(2)),
                2,
                3);
    }

    @Test
    void whatIsEnrolledAlreadyIsKeptByNoDuplicate() {
        Draft.of(fleet, Cells.standalone(1), Cells.standalone(2)).commit(false).expect(200);
        assertDeletionKeeps(
                draft(
                        Cells.standalone(1).with("deviceName", "a"),
                        Cells.standalone(1).with("deviceName", "b"),
                        Cells.standalone(3).with("deviceName", "device-2"),
                        Cells.standalone(4).with("deviceName", "Device-2"),
                        Cells.standalone(5)),
                5);
    }

    @Test
    void whatAnotherOrganizationHoldsIsKeptByNoDuplicate() {
        Draft.of(fleet.rival(), Cells.standalone(1)).commit(false).expect(200);
        assertDeletionKeeps(
                draft(Cells.standalone(1), Cells.standalone(1).with("deviceName", "b"), Cells.standalone(2)), 3);
    }

    @Test
    void aGatewayThatIsKeptKeepsItsPeripherals() {
        assertDeletionKeeps(
                draft(
                        Cells.gateway(1),
                        Cells.peripheral(2, ImportFile.imei(1)),
                        Cells.gateway(1).with("deviceName", "twin"),
                        Cells.peripheral(2, ImportFile.imei(1)).with("deviceName", "twin-2")),
                1,
                2);
    }

    @Test
    void aPeripheralThatLosesItsGatewayIsCounted() {
        Cells[] rows = {
            Cells.standalone(1),
            Cells.gateway(1).with("deviceName", "second"),
            Cells.peripheral(2, ImportFile.imei(1)),
            Cells.peripheral(3, ImportFile.imei(1)),
            Cells.peripheral(3, ImportFile.imei(4)).with("deviceName", "third"),
            Cells.gateway(4)
        };
        Draft draft = draft(rows);
        JsonObject impact = draft.impact();
        assertThat(impact.getJsonObject("all").getInt("losingGateway")).isEqualTo(1);
        assertThat(impact.getJsonObject("keepFirst").getInt("losingGateway")).isEqualTo(1);
        draft.deleteInvalidButFirst().expect(200);
        assertThat(numbers(draft)).containsExactly(1, 3, 5, 6);
        assertThat(draft.faults(3)).containsExactly("parentGateway:parent-not-gateway");
        assertThat(draft.invalidCells()).isEqualTo(1);
        assertCommitAsTold(rows, false, 1);
        assertCommitAsTold(rows, true, 3);
    }

    @Test
    void theFirstOfEachIsAddedAndTheOthersStay() {
        Cells[] rows = {
            Cells.standalone(1),
            Cells.standalone(1).with("deviceName", "twin"),
            Cells.standalone(2).with("deviceType", "lamp"),
            Cells.standalone(3).with("deviceName", "same"),
            Cells.standalone(4).with("deviceName", "SAME"),
            Cells.standalone(5)
        };
        Draft draft = draft(rows);
        JsonObject told = draft.impact().getJsonObject("keepFirst");
        assertThat(told.getInt("added")).isEqualTo(3);
        assertThat(told.getInt("leftOut")).isEqualTo(3);
        JsonObject committed = draft.commitFirstOfEach().expect(200).json();
        assertThat(committed.getInt("enrolled")).isEqualTo(3);
        assertThat(numbers(draft)).containsExactly(1, 4, 6);
        assertThat(draft.invalidCells()).isZero();
        assertThat(draft.page("invalid=true").items()).isEmpty();
        assertThat(draft.report().lines().filter(line -> line.contains(",enrolled,")))
                .hasSize(3);
        Draft rest = new Draft(fleet, committed.getString("rest"));
        assertThat(numbers(rest)).containsExactly(2, 3, 5);
        assertThat(rest.faults(2)).containsExactly("uniqueIdentifier:already-enrolled");
        assertThat(rest.faults(5)).containsExactly("deviceName:name-taken");
        assertThat(fleet.enrollments()).isEqualTo(3);
    }

    @Test
    void whereAllAreDuplicatesTheFirstOnesAreAdded() {
        Draft draft = draft(Cells.standalone(1), Cells.standalone(1).with("deviceName", "twin"));
        assertThat(draft.impact().getJsonObject("all").getInt("added")).isZero();
        assertProblem(draft.commit(true), 409, ProblemCode.DRAFT_INVALID, "rows", "invalidCells");
        assertThat(draft.invalidCells()).isEqualTo(2);
        assertThat(draft.commitFirstOfEach().expect(200).json().getInt("enrolled"))
                .isEqualTo(1);
    }

    @Test
    void allOfItIsTakenBack() {
        Draft draft = draft(
                Cells.standalone(1),
                Cells.standalone(1).with("deviceName", "twin"),
                Cells.standalone(1).with("deviceName", "third"),
                Cells.standalone(2).with("deviceName", "device-3"),
                Cells.standalone(3));
        List<List<String>> faults = faults(draft);
        draft.deleteInvalidButFirst().expect(200);
        assertThat(numbers(draft)).containsExactly(1, 4);
        assertThat(draft.json().getString("lastChange")).isEqualTo("the deletion of 3 rows");
        draft.undo().expect(200);
        assertThat(faults(draft)).isEqualTo(faults);
        assertThat(draft.invalidCells()).isEqualTo(5);
        assertThat(draft.invalidPages(1)).isEqualTo("[[0,4]]");
    }

    @Test
    void whatAnotherWindowChangedMeanwhileIsNotDeletedUnseen() {
        Draft draft = draft(Cells.standalone(1), Cells.standalone(1).with("deviceName", "twin"), Cells.standalone(2));
        int seen = draft.impact().getInt("changeNumber");
        draft.edit(3, "deviceName", "").expect(200);
        String rows = draft.path() + "/rows?invalid=true&keepFirst=true&change=";
        String wanted = "{\"validRowsOnly\":true,\"keepFirst\":true,\"change\":%d}";
        assertProblem(fleet.organization().delete(rows + seen), 409, ProblemCode.CONFLICT);
        assertProblem(
                fleet.organization().post(draft.path() + "/commit", wanted.formatted(seen)), 409, ProblemCode.CONFLICT);
        assertThat(draft.status()).isEqualTo("DRAFT");
        assertThat(numbers(draft)).containsExactly(1, 2, 3);
        int now = draft.impact().getInt("changeNumber");
        fleet.organization().delete(rows + now).expect(200);
        assertThat(numbers(draft)).containsExactly(1);
    }

    @Test
    void theRowOfAPairThatStaysCanStillBeEditedByItsVersion() {
        Draft draft = draft(Cells.standalone(1), Cells.standalone(1).with("deviceName", "twin"));
        String version = String.valueOf(draft.row(1).getInt("version"));
        draft.deleteInvalidButFirst().expect(200);
        draft.edit(1, "deviceName", "renamed", version).expect(200);
        assertProblem(draft.edit(2, "deviceName", "gone", "0"), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void theTwinOfARowThatIsDeletedOrEditedIsValid() {
        Draft draft = draft(
                Cells.standalone(1),
                Cells.standalone(1).with("deviceName", "twin"),
                Cells.standalone(2).with("deviceName", "same"),
                Cells.standalone(3).with("deviceName", "same"));
        draft.deleteRow(2).expect(200);
        assertThat(draft.faults(1)).isEmpty();
        draft.edit(3, "deviceName", "other").expect(200);
        assertThat(draft.invalidCells()).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Draft draft = draft(Cells.standalone(1), Cells.standalone(2));
        ApiClient manager = fleet.organization();
        String rows = draft.path() + "/rows";
        for (String query :
                List.of("?keepFirst=true", "?row=1&keepFirst=true", "?row=1&change=0", "?invalid=true&keepFirst=1")) {
            assertProblem(manager.delete(rows + query), 422, ProblemCode.VALIDATION_FAILED);
        }
        for (String body : List.of("{\"keepFirst\":true}", "{\"validRowsOnly\":true,\"keepFirst\":1}")) {
            assertProblem(manager.post(draft.path() + "/commit", body), 422, ProblemCode.VALIDATION_FAILED);
        }
        assertThat(numbers(draft)).containsExactly(1, 2);
        draft.commit(false).expect(200);
        assertProblem(manager.get(draft.path() + "/impact"), 409, ProblemCode.CONFLICT);
        assertProblem(fleet.rival().organization().get(draft.path() + "/impact"), 404, ProblemCode.NOT_FOUND);
    }

    /** Deletes what is invalid but for the first of each: these rows stay, all of them valid, as many as was told. */
    private static void assertDeletionKeeps(Draft draft, Integer... rows) {
        JsonObject before = draft.json();
        JsonObject told = draft.impact().getJsonObject("keepFirst");
        draft.deleteInvalidButFirst().expect(200);
        assertThat(numbers(draft)).containsExactly(rows);
        assertThat(draft.invalidCells()).isZero();
        assertThat(draft.page("invalid=true").items()).isEmpty();
        assertThat(before.getInt("rows") - rows.length).isEqualTo(told.getInt("deleted"));
        assertThat(told.getInt("losingGateway")).isZero();
        assertThat(told.getInt("added")).isEqualTo(rows.length);
        draft.undo().expect(200);
        assertThat(draft.invalidCells()).isEqualTo(before.getInt("invalidCells"));
        assertThat(draft.commitFirstOfEach().expect(200).json().getInt("enrolled"))
                .isEqualTo(rows.length);
    }

    private void assertCommitAsTold(Cells[] rows, boolean keepFirst, int added) {
        Draft draft = Draft.of(Fleet.create(database.server()), rows);
        JsonObject told = draft.impact().getJsonObject(keepFirst ? "keepFirst" : "all");
        assertThat(told.getInt("added")).isEqualTo(added);
        Answer answer = keepFirst ? draft.commitFirstOfEach() : draft.commit(true);
        assertThat(answer.expect(200).json().getInt("enrolled")).isEqualTo(added);
        Draft rest = new Draft(draft.fleet(), answer.text("rest"));
        assertThat(rest.rows()).hasSize(told.getInt("leftOut"));
    }

    private Draft draft(Cells... rows) {
        return Draft.of(fleet, rows);
    }

    private static List<Integer> numbers(Draft draft) {
        return draft.rows().stream().map(row -> row.getInt("row")).toList();
    }

    private static List<List<String>> faults(Draft draft) {
        return draft.rows().stream().map(Draft::faults).toList();
    }
}
