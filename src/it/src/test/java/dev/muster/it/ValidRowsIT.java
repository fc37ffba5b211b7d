package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The valid rows alone are added, the others stay as a draft; what became of each is in the report. */
@OnBothDatabases
class ValidRowsIT {

    private static final List<Cells> ROWS = List.of(
            Cells.gateway(1),
            Cells.peripheral(2, ImportFile.imei(1)),
            Cells.gateway(3).with("deviceName", ""),
            Cells.peripheral(4, ImportFile.imei(3)),
            Cells.standalone(5).with("deviceName", "=1+1"),
            Cells.standalone(6).with("deviceType", "lamp"));

    @Parameter
    Database database;

    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
    }

    @Test
    void whatIsLeftOutStaysAsADraftThatCanBeMended() {
        Draft draft = Draft.of(fleet, ROWS);
        Draft rest = commitValidRows(draft);
        assertThat(rest.status()).isEqualTo("DRAFT");
        assertThat(rest.json().getString("restOf")).isEqualTo(draft.id());
        assertThat(rest.rows()).extracting(Cells::of).containsExactly(ROWS.get(2), ROWS.get(3), ROWS.get(5));
        assertThat(rest.invalidCells()).isEqualTo(2);
        assertThat(rest.invalidPages(1)).isEqualTo("[[0,0],[2,2]]");
        assertThat(draft.status()).isEqualTo("COMMITTED");
        assertThat(draft.rows()).extracting(Cells::of).containsExactly(ROWS.get(0), ROWS.get(1), ROWS.get(4));
        rest.edit(3, "deviceName", "mended").expect(200);
        rest.edit(6, "deviceType", "STANDALONE").expect(200);
        assertThat(rest.commit(false).expect(200).json().getInt("enrolled")).isEqualTo(3);
        assertThat(fleet.enrollments()).isEqualTo(6);
    }

    @Test
    void whereNothingIsValidNothingIsAdded() {
        Draft draft = Draft.of(fleet, ROWS.get(2), ROWS.get(3), ROWS.get(5));
        draft.deleteRow(2).expect(200);
        for (boolean validRowsOnly : List.of(true, false)) {
            Answer refused = draft.commit(validRowsOnly);
            JsonObject problem = assertProblem(refused, 409, ProblemCode.DRAFT_INVALID, "rows", "invalidCells");
            assertThat(problem.getInt("rows")).isEqualTo(2);
            assertThat(problem.getInt("invalidCells")).isEqualTo(2);
        }
        assertThat(draft.status()).isEqualTo("DRAFT");
        assertThat(draft.rows()).hasSize(2);
        assertThat(fleet.enrollments()).isZero();
    }

    @Test
    void allRowsAreValidAndNothingIsLeft() {
        Draft draft = Draft.of(fleet, ROWS.get(0), ROWS.get(1));
        JsonObject committed = draft.commit(true).expect(200).json();
        assertThat(committed.getInt("enrolled")).isEqualTo(2);
        assertThat(committed.containsKey("rest")).isFalse();
    }

    @Test
    void theReportsSayWhatBecameOfEachRow() {
        Draft draft = Draft.of(fleet, ROWS);
        List<String> before = lines(draft);
        assertThat(before).hasSize(7);
        assertThat(before.get(0)).isEqualTo("\uFEFFuniqueIdentifier,deviceName,deviceType,parentGateway,status,errors");
        assertThat(statuses(before)).containsExactly("valid", "valid", "invalid", "valid", "valid", "invalid");
        Draft rest = commitValidRows(draft);
        assertThat(statuses(lines(draft)))
                .containsExactly("enrolled", "enrolled", "invalid", "valid", "enrolled", "invalid");
        assertThat(statuses(lines(rest))).containsExactly("invalid", "valid", "invalid");
        assertThat(draft.report()).contains(",'=1+1,").contains("deviceName: ").contains("deviceType: ");
    }

    @Test
    void aReportIsMendedAndImportedAgain() {
        Draft draft = Draft.of(fleet, ROWS);
        commitValidRows(draft);
        String mended = draft.report()
                .replace(ImportFile.imei(3) + ",,GATEWAY", ImportFile.imei(3) + ",'=2+2,GATEWAY")
                .replace("lamp", "STANDALONE");
        Draft again = Draft.of(fleet, mended);
        List<String> warnings = again.json().getJsonArray("warnings").getValuesAs(JsonString::getString);
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).startsWith("3 rows were skipped");
        assertThat(again.rows()).extracting(row -> row.getInt("row")).containsExactly(3, 4, 6);
        assertThat(again.row(3).getString("deviceName")).isEqualTo("=2+2");
        assertThat(again.invalidCells()).isZero();
        again.edit(6, "deviceName", "").expect(200);
        assertThat(again.invalidPages(2)).isEqualTo("[[1,1]]");
        again.undo().expect(200);
        assertThat(again.commit(false).expect(200).json().getInt("enrolled")).isEqualTo(3);
        assertThat(fleet.enrollments()).isEqualTo(6);
    }

    @Test
    void aCommittedImportIsWithdrawnAsLongAsNothingIsProvisioned() {
        Draft unwanted = Draft.of(fleet, ROWS.get(0), ROWS.get(1));
        unwanted.commit(false).expect(200);
        unwanted.discard().expect(204);
        assertThat(unwanted.look().status()).isEqualTo(404);
        assertThat(fleet.enrollments()).isZero();
        Draft wanted = Draft.of(fleet, ROWS.get(0), ROWS.get(1));
        wanted.commit(false).expect(200);
        SimulatedDevice.provision(database.server(), fleet.newCertificate(), ImportFile.imei(1));
        assertProblem(wanted.discard(), 409, ProblemCode.CONFLICT);
        assertThat(fleet.enrollments()).isEqualTo(2);
    }

    private static Draft commitValidRows(Draft draft) {
        JsonObject committed = draft.commit(true).expect(200).json();
        assertThat(committed.getInt("enrolled")).isEqualTo(3);
        return new Draft(draft.fleet(), committed.getString("rest"));
    }

    private static List<String> lines(Draft draft) {
        return draft.report().lines().toList();
    }

    private static List<String> statuses(List<String> lines) {
        return lines.stream().skip(1).map(line -> line.split(",")[4]).toList();
    }
}
