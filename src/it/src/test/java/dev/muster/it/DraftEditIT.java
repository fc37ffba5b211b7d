package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A change of a cell validates its row and every row that it touches. */
@OnBothDatabases
class DraftEditIT {

    private static final String IDENTIFIER = "uniqueIdentifier";

    @Parameter
    Database database;

    @Test
    void theTwinOfADuplicateBecomesValid() {
        Draft draft = Draft.of(
                database.fleet(),
                Cells.standalone(ImportFile.imei(1), "one"),
                Cells.standalone(
                        ImportFile.imei(1).substring(0, 14) + ImportFile.imei(1).charAt(14), "other"),
                Cells.standalone(3));
        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:duplicate-in-file");
        assertThat(draft.faults(2)).containsExactly("uniqueIdentifier:duplicate-in-file");
        assertThat(draft.invalidCells()).isEqualTo(2);
        JsonObject changed =
                draft.edit(2, IDENTIFIER, ImportFile.imei(2)).expect(200).json();
        assertThat(changed.getJsonObject("draft").getInt("invalidCells")).isZero();
        assertThat(changed.getJsonObject("row").getJsonArray("errors")).isEmpty();
        assertThat(draft.faults(1)).isEmpty();
        assertThat(draft.invalidPages(10)).isEqualTo("[]");
    }

    @Test
    void bothTwinsAreMarkedAndOfThreeTwoAreLeft() {
        Draft draft = Draft.of(database.fleet(), Cells.standalone(1), Cells.standalone(2), Cells.standalone(3));
        draft.edit(2, IDENTIFIER, ImportFile.imei(1)).expect(200);
        assertThat(draft.invalidCells()).isEqualTo(2);
        draft.edit(3, IDENTIFIER, ImportFile.imei(1)).expect(200);
        assertThat(draft.invalidCells()).isEqualTo(3);
        draft.edit(1, IDENTIFIER, ImportFile.imei(9)).expect(200);
        assertThat(draft.faults(1)).isEmpty();
        assertThat(draft.faults(2)).containsExactly("uniqueIdentifier:duplicate-in-file");
        assertThat(draft.faults(3)).containsExactly("uniqueIdentifier:duplicate-in-file");
    }

    @Test
    void namesAreTwinsWithoutRegardToCase() {
        Draft draft = Draft.of(database.fleet(), Cells.standalone(1), Cells.standalone(2));
        draft.edit(1, "deviceName", "DEVICE-2 ").expect(200);
        assertThat(draft.faults(1)).containsExactly("deviceName:name-duplicate-in-file");
        assertThat(draft.faults(2)).containsExactly("deviceName:name-duplicate-in-file");
        draft.deleteRow(1).expect(200);
        assertThat(draft.faults(2)).isEmpty();
        assertThat(draft.invalidCells()).isZero();
    }

    @Test
    void aPeripheralFollowsItsGateway() {
        Draft draft = Draft.of(database.fleet(), Cells.gateway(1), Cells.peripheral(2, ImportFile.imei(1)));
        assertThat(draft.invalidCells()).isZero();
        draft.edit(1, IDENTIFIER, ImportFile.imei(5)).expect(200);
        assertThat(draft.faults(2)).containsExactly("parentGateway:parent-not-found");
        draft.edit(1, IDENTIFIER, ImportFile.imei(1)).expect(200);
        assertThat(draft.faults(2)).isEmpty();
        draft.edit(1, "deviceType", "STANDALONE").expect(200);
        assertThat(draft.faults(2)).containsExactly("parentGateway:parent-not-gateway");
        draft.edit(1, "deviceType", "gateway").expect(200);
        assertThat(draft.faults(2)).isEmpty();
        draft.deleteRow(1).expect(200);
        assertThat(draft.faults(2)).containsExactly("parentGateway:parent-not-found");
        draft.edit(2, "parentGateway", "").expect(200);
        assertThat(draft.invalidCells()).isZero();
    }

    @Test
    void fourteenDigitsAreFaultyOnlyAmongFifteen() {
        String three = ImportFile.imei(3);
        Draft draft = Draft.of(
                database.fleet(),
                Cells.standalone(ImportFile.imei(1).substring(0, 14), "one"),
                Cells.standalone(ImportFile.imei(2).substring(0, 14), "two"),
                Cells.standalone(three, "three"));
        List<String> missing = List.of("uniqueIdentifier:check-digit");
        assertThat(List.of(draft.faults(1), draft.faults(2))).containsOnly(missing);
        draft.edit(3, IDENTIFIER, three.substring(0, 14)).expect(200);
        assertThat(draft.invalidCells()).isZero();
        draft.edit(3, IDENTIFIER, three).expect(200);
        assertThat(List.of(draft.faults(1), draft.faults(2))).containsOnly(missing);
        draft.deleteRows(Set.of(3)).expect(200);
        assertThat(draft.invalidCells()).isZero();
        assertThat(draft.invalidPages(1)).isEqualTo("[]");
    }

    @Test
    void whatIsEnrolledIsToldWithoutItsOwner() {
        Fleet fleet = Fleet.create(database.server());
        Fleet rival = fleet.rival();
        fleet.enroll(ImportFile.of(1, 1));
        rival.enroll(ImportFile.of(2, 1));
        Draft draft = Draft.of(fleet, Cells.standalone(3), Cells.standalone(4));
        Answer own = draft.edit(1, IDENTIFIER, ImportFile.imei(1)).expect(200);
        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:already-enrolled");
        Answer theirs = draft.edit(1, IDENTIFIER, ImportFile.imei(2)).expect(200);
        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:held-elsewhere");
        draft.edit(2, "deviceName", "Device-1").expect(200);
        assertThat(draft.faults(2)).containsExactly("deviceName:name-taken");
        draft.edit(2, "deviceName", "device-2").expect(200);
        assertThat(draft.faults(2)).isEmpty();
        for (Answer told : List.of(own, theirs, draft.look(), draft.page("size=500"))) {
            assertThat(told.body()).doesNotContain(rival.organizationId(), rival.organizationName());
        }
    }

    @Test
    void ofTwoWindowsTheLaterIsTold() {
        Draft draft = Draft.of(database.fleet(), Cells.standalone(1), Cells.standalone(2));
        String seen = "\"" + draft.row(1).getInt("version") + "\"";
        draft.edit(1, "deviceName", "first", seen).expect(200);
        assertProblem(draft.edit(1, "deviceName", "second", seen), 412, ProblemCode.ROW_CHANGED);
        assertThat(draft.row(1).getString("deviceName")).isEqualTo("first");
        String now = String.valueOf(draft.row(1).getInt("version"));
        draft.edit(1, "deviceName", "second", now).expect(200);
        assertThat(draft.row(1).getString("deviceName")).isEqualTo("second");
    }

    @Test
    void severalAreDeletedAndTheOthersKeepTheirNumbers() {
        Draft draft = Draft.of(
                database.fleet(),
                Cells.standalone(1),
                Cells.standalone(1).with("deviceName", "twin"),
                Cells.standalone(3).with("deviceType", "lamp"),
                Cells.standalone(4).with("deviceName", ""),
                Cells.standalone(5));
        assertThat(draft.invalidCells()).isEqualTo(4);
        draft.deleteRows(Set.of(2, 4, 77)).expect(200);
        assertThat(draft.rows()).extracting(row -> row.getInt("row")).containsExactly(1, 3, 5);
        assertThat(draft.invalidCells()).isEqualTo(1);
        JsonObject left = draft.deleteInvalid().expect(200).json().getJsonObject("draft");
        assertThat(left.getInt("rows")).isEqualTo(2);
        assertThat(left.getInt("invalidCells")).isZero();
        assertThat(draft.rows()).extracting(row -> row.getInt("row")).containsExactly(1, 5);
        assertProblem(draft.deleteRows(Set.of()), 422, ProblemCode.VALIDATION_FAILED);
    }
}
