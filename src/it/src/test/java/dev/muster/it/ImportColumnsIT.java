package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Imei;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a spreadsheet did to a column: the column judges, and what is offered writes no wrong identifier. */
@OnBothDatabases
class ImportColumnsIT {

    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType\n";
    private static final String IDENTIFIER = "uniqueIdentifier";
    private static final String CHECK_DIGIT = "uniqueIdentifier:check-digit";

    @Parameter
    Database database;

    @Test
    void aListThatLostItsZerosGetsThemBack() {
        List<String> whole = lostZeros(10);
        Draft draft = Draft.of(
                database.fleet(),
                csv(whole.stream().map(imei -> imei.substring(1)).toList()));

        for (int row = 1; row <= whole.size(); row++) {
            assertThat(draft.faults(row)).containsExactly(CHECK_DIGIT);
            assertThat(repairs(draft.row(row))).containsExactly("LEADING_ZERO " + whole.get(row - 1));
        }
        draft.edit(1, IDENTIFIER, whole.get(0)).expect(200);
        for (int row = 2; row <= 8; row++) {
            draft.deleteRow(row).expect(200);
        }
        assertThat(repairs(draft.row(9))).containsExactly("LEADING_ZERO " + whole.get(8));
        assertThat(draft.repairAll(IDENTIFIER, "check-digit", "LEADING_ZERO")
                        .expect(200)
                        .json()
                        .getInt("repaired"))
                .isEqualTo(2);
        assertThat(draft.invalidCells()).isZero();
        assertThat(identifiers(draft)).containsExactly(whole.get(0), whole.get(8), whole.get(9));
    }

    @Test
    void aZeroThatFitsByChanceIsNeverOffered() {
        Draft draft = Draft.of(database.fleet(), csv(mostlyWithoutCheckDigit()));

        assertThat(draft.invalidCells()).isEqualTo(59);
        for (JsonObject row : draft.rows().subList(1, 60)) {
            String entered = row.getString(IDENTIFIER);
            assertThat(repairs(row)).containsExactly("CHECK_DIGIT " + entered + Imei.checkDigit(entered));
        }
        assertThat(draft.repairAll(IDENTIFIER, "check-digit", "LEADING_ZERO")
                        .expect(200)
                        .json()
                        .getInt("repaired"))
                .isZero();
        draft.repairAll(IDENTIFIER, "check-digit", "CHECK_DIGIT").expect(200);
        assertThat(draft.invalidCells()).isZero();
        draft.undo().expect(200);
        assertThat(draft.invalidCells()).isEqualTo(59);
        draft.commit(false).expect(409);
    }

    /** Whoever mends one after the other ends with those that a zero fits by chance. */
    @Test
    void whatIsLeftOfAColumnStaysJudgedByAllOfIt() {
        Draft draft = Draft.of(database.fleet(), csv(mostlyWithoutCheckDigit()));

        for (JsonObject row : draft.rows()) {
            String entered = row.getString(IDENTIFIER);
            if (entered.length() == 14 && Imei.checkDigit("0" + entered.substring(0, 13)) != entered.charAt(13) - '0') {
                draft.edit(row.getInt("row"), IDENTIFIER, entered + Imei.checkDigit(entered))
                        .expect(200);
            }
        }
        List<JsonObject> left = draft.rows().stream()
                .filter(row -> !Draft.faults(row).isEmpty())
                .toList();
        assertThat(left).hasSize(6);
        assertThat(left)
                .allSatisfy(row -> assertThat(repairs(row)).allMatch(repair -> repair.startsWith("CHECK_DIGIT ")));
    }

    @Test
    void aListWithoutCheckDigitsIsValid() {
        Draft draft = Draft.of(
                Fleet.create(database.server()),
                csv(mostlyWithoutCheckDigit().stream().skip(1).toList()));

        assertThat(draft.invalidCells()).isZero();
        draft.commit(false).expect(200);
    }

    @Test
    void cellsThatMayBeEmptyMayBeLeftOutOrBeTooMany() {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> ImportFile.imei(i) + ";Pump " + i + ";STANDALONE" + (i % 8 == 0 ? ";" : ""))
                .collect(Collectors.joining("\n"));
        Draft draft = Draft.of(database.fleet(), "uniqueIdentifier;deviceName;deviceType;parentGateway\n" + rows);
        Draft tooMany = Draft.of(database.fleet(), HEADER + ImportFile.imei(1) + ",Pump 1,STANDALONE,,\n");

        assertThat(draft.invalidCells()).isZero();
        assertThat(warnings(draft.json())).singleElement().asString().startsWith("35 rows came without cells");
        assertThat(tooMany.invalidCells()).isZero();
        assertThat(warnings(tooMany.json())).singleElement().asString().startsWith("1 row came");
    }

    @Test
    void aShiftedRowIsInDoubtUntilItsIdentifierIsConfirmed() {
        Draft draft = Draft.of(
                database.fleet(),
                HEADER + ImportFile.imei(1) + ",Pump, big,STANDALONE\n" + ImportFile.imei(2) + ",Pump 2,STANDALONE\n");

        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:cell-count", "deviceType:unknown-type");
        assertThat(draft.row(1).getJsonArray("errors").getJsonObject(0).getString("detail"))
                .contains("4 cells", "\"STANDALONE\"");
        draft.edit(1, "deviceName", "Pump, big").expect(200);
        draft.edit(1, "deviceType", "STANDALONE").expect(200);
        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:cell-count");
        draft.edit(1, IDENTIFIER, ImportFile.imei(1)).expect(200);
        assertThat(draft.invalidCells()).isZero();
        draft.undo().expect(200);
        assertThat(draft.faults(1)).containsExactly("uniqueIdentifier:cell-count");
        draft.deleteRow(1).expect(200);
        assertThat(draft.invalidCells()).isZero();
    }

    @Test
    void whatASpreadsheetWroteIsNoIdentifier() {
        String rows =
                "\"=\"\"0012345\"\"\",a,STANDALONE\n'0012346,b,STANDALONE\n#N/A,c,STANDALONE\n#########,d,STANDALONE\n"
                        + "NULL,e,STANDALONE\n0012349.0,f,STANDALONE\n\"1,234,567\",g,STANDALONE\nAB12...,h,STANDALONE\n";
        for (Fleet fleet :
                List.of(Fleet.create(database.server(), "ANY"), Fleet.create(database.server(), "SERIAL", ".+"))) {
            Draft draft = Draft.of(fleet, HEADER + rows);

            assertThat(draft.invalidCells()).isEqualTo(8);
            assertThat(draft.rows().stream().map(ImportColumnsIT::repairs))
                    .containsExactly(
                            List.of("TEXT_INSIDE 0012345"),
                            List.of("WITHOUT_APOSTROPHE 0012346"),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of("TEXT_INSIDE 0012349"),
                            List.of("TEXT_INSIDE 1234567"),
                            List.of());
        }
    }

    @Test
    void signsThatAreNotOfAsciiAreNone() {
        Draft draft = Draft.of(
                Fleet.create(database.server(), "ANY"),
                csv(List.of("AB\u20131234", "AB\u20111237", "AB\u22121236", "AB\u20441", "A\u22361")));

        assertThat(draft.rows().stream().map(Draft::faults)).containsOnly(List.of("uniqueIdentifier:lookalike"));
        draft.repairAll(IDENTIFIER, "lookalike", "PLAIN_LETTERS").expect(200);
        assertThat(draft.invalidCells()).isZero();
        assertThat(identifiers(draft)).containsExactly("AB-1234", "AB-1237", "AB-1236", "AB/1", "A:1");
    }

    @Test
    void serialNumbersGetTheZerosThatTheyLost() {
        Draft draft =
                Draft.of(Fleet.create(database.server(), "SERIAL", "[0-9]{8}"), csv(List.of("7", "1241", "2475")));

        draft.repairAll(IDENTIFIER, "scheme-mismatch", "LEADING_ZERO").expect(200);
        assertThat(identifiers(draft)).containsExactly("00000007", "00001241", "00002475");
        assertThat(draft.invalidCells()).isZero();
    }

    @Test
    void roundedNumbersAndPlaceholdersAreWarnedOf() {
        Draft draft = Draft.of(
                Fleet.create(database.server(), "ANY"),
                csv(List.of("89445001021983000000", "89445001021983100000", "0000000000")));

        assertThat(draft.invalidCells()).isZero();
        assertThat(warnings(draft.json()))
                .hasSize(2)
                .anyMatch(w -> w.contains("rounded"))
                .anyMatch(w -> w.contains("line 4"));
    }

    @Test
    void anEnrolledRowHasOneFault() {
        Fleet fleet = Fleet.create(database.server());
        fleet.enroll(ImportFile.of(1, 3));
        Draft again = Draft.of(fleet, ImportFile.of(1, 4) + ImportFile.imei(9) + ",device-1,STANDALONE\n");

        assertThat(again.faults(1))
                .containsExactly("uniqueIdentifier:already-enrolled", "deviceName:name-duplicate-in-file");
        assertThat(again.faults(2)).containsExactly("uniqueIdentifier:already-enrolled");
        assertThat(again.faults(4)).isEmpty();
        assertThat(again.faults(5)).containsExactly("deviceName:name-duplicate-in-file");
        again.deleteRow(1).expect(200);
        assertThat(again.faults(5)).containsExactly("deviceName:name-taken");
    }

    @Test
    void aReportSurvivesASpreadsheetAndIsImportedAgain() {
        Fleet fleet = Fleet.create(database.server(), "ANY");
        Draft draft = Draft.of(fleet, csv(List.of("356938000000001", "0012", "12E05")) + "x,y,lamp\n");
        draft.commit(true).expect(200);
        String report = draft.report();

        assertThat(report).contains("\n'356938000000001,", "\n'0012,", "\n'12E05,", "\nx,y,lamp,,invalid,");
        JsonObject again =
                fleet.upload(report.replace("lamp", "STANDALONE")).expect(201).json();
        assertThat(again.getInt("rows")).isEqualTo(1);
        assertThat(warnings(again)).containsExactly("3 rows were skipped: the report calls them enrolled.");
    }

    private static String csv(List<String> identifiers) {
        return IntStream.range(0, identifiers.size())
                .mapToObj(i -> identifiers.get(i) + ",Device " + i + ",STANDALONE\n")
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static List<String> lostZeros(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "01345600%06d".formatted(i))
                .map(digits -> digits + Imei.checkDigit(digits))
                .toList();
    }

    private static List<String> mostlyWithoutCheckDigit() {
        return IntStream.range(0, 60)
                .mapToObj(i -> "35693830%06d".formatted(i) + (i == 0 ? "8" : ""))
                .toList();
    }

    private static List<String> identifiers(Draft draft) {
        return draft.rows().stream().map(row -> row.getString(IDENTIFIER)).toList();
    }

    private static List<String> warnings(JsonObject draft) {
        return draft.getJsonArray("warnings").getValuesAs(JsonString::getString);
    }

    private static List<String> repairs(JsonObject row) {
        return row
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonArray("repairs")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(repair -> repair.getString("kind") + " " + repair.getString("value"))
                .toList();
    }
}
