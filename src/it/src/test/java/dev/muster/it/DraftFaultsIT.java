package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The faults of a draft by kind, and changes of many rows at once. */
@OnBothDatabases
class DraftFaultsIT {

    @Parameter
    Database database;

    private Fleet fleet;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(database.server());
    }

    /** Rows 1 to 3 have the same identifier, rows 4 and 5 the same name, row 6 has no type, row 7 a wrong one. */
    private Draft draft() {
        return Draft.of(
                fleet,
                Cells.standalone(1).with("deviceType", ""),
                Cells.standalone(ImportFile.imei(1), "second"),
                Cells.standalone(ImportFile.imei(1), "third"),
                Cells.standalone(2).with("deviceName", "Pump"),
                Cells.standalone(3).with("deviceName", "PUMP"),
                Cells.standalone(4).with("deviceType", ""),
                Cells.standalone(5).with("deviceType", "standalon"),
                Cells.standalone(6).with("parentGateway", "0% off!_"));
    }

    @Test
    void faultsAreCountedByKind() {
        Draft draft = draft();
        assertThat(faults(draft))
                .containsExactly(
                        "uniqueIdentifier:duplicate-in-file 3",
                        "deviceName:name-duplicate-in-file 2",
                        "deviceType:blank 2",
                        "deviceType:unknown-type 1",
                        "parentGateway:parent-not-allowed 1");
        JsonObject names = offers(draft, "deviceName:name-duplicate-in-file");
        assertThat(names.getInt("cells")).isEqualTo(2);
        assertThat(names.getInt("duplicates")).isEqualTo(1);
        assertThat(names.getJsonArray("repairs").getJsonObject(0).getString("kind"))
                .isEqualTo("IDENTIFIER_ADDED");
        assertThat(names.getJsonArray("repairs").getJsonObject(0).getInt("cells"))
                .isEqualTo(2);
        assertThat(offers(draft, "deviceType:blank").getJsonArray("repairs")).isEmpty();
        assertThat(numbers(draft, "fault=deviceType:blank")).containsExactly(1, 6);
        assertThat(numbers(draft, "fault=deviceType:blank&search=device-4&sort=-deviceName"))
                .containsExactly(6);
    }

    @Test
    void theFirstOfEachWithTheFewestFaultsIsKept() {
        Draft draft = draft();
        assertThat(draft.change("\"keepFirst\":\"uniqueIdentifier\"")
                        .expect(200)
                        .json()
                        .getInt("changed"))
                .isEqualTo(2);
        assertThat(numbers(draft, "size=500")).containsExactly(2, 4, 5, 6, 7, 8);
        draft.change("\"keepFirst\":\"deviceName\"").expect(200);
        assertThat(numbers(draft, "invalid=true")).containsExactly(6, 7, 8);
        draft.undo().expect(200);
        assertThat(numbers(draft, "invalid=true")).containsExactly(4, 5, 6, 7, 8);
    }

    @Test
    void foundRowsGetAValueAndLoseAText() {
        Draft draft = draft();
        draft.change(found("\"fault\":\"deviceType:blank\"")
                        + ",\"set\":{\"column\":\"deviceType\",\"value\":\"GATEWAY\"}")
                .expect(200);
        assertThat(draft.row(6).getString("deviceType")).isEqualTo("GATEWAY");
        assertThat(draft.change(found("")
                                + ",\"replace\":{\"column\":\"deviceName\",\"part\":\"device\",\"by\":\"unit\"}")
                        .expect(200)
                        .json()
                        .getInt("changed"))
                .isEqualTo(4);
        assertThat(draft.row(6).getString("deviceName")).isEqualTo("unit-4");
        // what is searched for is text and no pattern
        String replaced = ",\"replace\":{\"column\":\"parentGateway\",\"part\":\"%s\",\"by\":\"\"}";
        assertThat(draft.change(found("") + replaced.formatted("0_"))
                        .expect(200)
                        .json()
                        .getInt("changed"))
                .isZero();
        draft.change(found("") + replaced.formatted("% off!_")).expect(200);
        assertThat(draft.row(8).getString("parentGateway")).isEqualTo("0");
        draft.undo().expect(200);
        assertThat(draft.row(8).getString("parentGateway")).isEqualTo("0% off!_");
        draft.change("\"rows\":[8,99],\"delete\":true").expect(200);
        draft.change(found("\"invalid\":true") + ",\"delete\":true").expect(200);
        assertThat(draft.invalidCells()).isZero();
    }

    @Test
    void aShiftedRowStaysInDoubt() {
        Draft draft = Draft.of(
                fleet,
                "uniqueIdentifier,deviceName,deviceType\n" + ImportFile.imei(1) + ",Pump, big,STANDALONE\n"
                        + ImportFile.imei(2) + ",Pump 2,STANDALONE\n");
        draft.change(found("") + ",\"set\":{\"column\":\"deviceType\",\"value\":\"GATEWAY\"}")
                .expect(200);
        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:cell-count");
        assertThat(faults(draft)).containsExactly("uniqueIdentifier:cell-count 1");
    }

    @Test
    void whatHasChangedSinceIsNotChangedAndNonsenseIsRefused() {
        Draft draft = draft();
        int seen = draft.changeNumber();
        draft.edit(8, "parentGateway", "").expect(200);
        draft.change("\"rows\":[1],\"delete\":true,\"change\":" + seen).expect(409);
        for (String nonsense : List.of(
                "",
                "\"rows\":[1]",
                "\"delete\":true",
                "\"rows\":[],\"delete\":true",
                "\"rows\":[\"1\"],\"delete\":true",
                "\"rows\":[1],\"found\":{},\"delete\":true",
                "\"rows\":[1],\"delete\":false",
                "\"rows\":[1],\"delete\":true,\"keepFirst\":\"deviceName\"",
                "\"keepFirst\":\"deviceType\"",
                "\"found\":{\"fault\":\"x\"},\"delete\":true",
                "\"rows\":[1],\"set\":{\"column\":\"x\",\"value\":\"\"}",
                "\"rows\":[1],\"replace\":{\"column\":\"deviceName\",\"part\":\"\",\"by\":\"\"}",
                "\"rows\":" + IntStream.rangeClosed(1, 501).boxed().toList() + ",\"delete\":true")) {
            draft.change(nonsense).expect(422);
        }
        assertThat(draft.rows()).hasSize(8);
        fleet.organization().get(draft.path() + "/faults/deviceType/x").expect(404);
        fleet.organization().get(draft.path() + "/rows?fault=x").expect(422);
    }

    private static String found(String members) {
        return "\"found\":{" + members + "}";
    }

    private JsonObject offers(Draft draft, String fault) {
        return fleet.organization()
                .get(draft.path() + "/faults/" + fault.replace(':', '/'))
                .expect(200)
                .json();
    }

    private List<String> faults(Draft draft) {
        return fleet
                .organization()
                .get(draft.path() + "/faults")
                .expect(200)
                .json()
                .getJsonArray("faults")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(fault -> fault.getString("fault") + " " + fault.getInt("cells"))
                .toList();
    }

    private static List<Integer> numbers(Draft draft, String query) {
        return draft.page(query).items().getValuesAs(JsonObject.class).stream()
                .map(row -> row.getInt("row"))
                .toList();
    }
}
