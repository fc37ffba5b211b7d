package dev.muster.it;

import dev.muster.testkit.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An import as its manager sees it through the API. */
record Draft(Fleet fleet, String id) {

    static Draft of(Fleet fleet, Cells... rows) {
        return of(fleet, List.of(rows));
    }

    static Draft of(Fleet fleet, List<Cells> rows) {
        return of(fleet, Cells.csv(rows));
    }

    /** Of a file that is small enough to be answered as a draft. */
    static Draft of(Fleet fleet, String csv) {
        return new Draft(fleet, fleet.upload(csv).expect(201).text("id"));
    }

    /** A committed import: a gateway (1), its peripheral (3), and two others (2 and 12). */
    static Draft committedFour(Fleet fleet) {
        Draft draft = of(
                fleet,
                Cells.gateway(1),
                Cells.standalone(2),
                Cells.peripheral(3, ImportFile.imei(1)),
                Cells.standalone(12));
        draft.commit(false).expect(200);
        return draft;
    }

    String path() {
        return fleet.importsPath() + "/" + id;
    }

    Answer look() {
        return fleet.organization().get(path());
    }

    JsonObject json() {
        return look().expect(200).json();
    }

    String status() {
        return json().getString("status");
    }

    int invalidCells() {
        return json().getInt("invalidCells");
    }

    int changeNumber() {
        return json().getInt("changeNumber");
    }

    /** Pages with invalid cells at this page size, as {@code [[0,2],[4,4]]}. */
    String invalidPages(int size) {
        return fleet.organization()
                .get(path() + "?size=" + size)
                .expect(200)
                .json()
                .getJsonArray("invalidPages")
                .toString();
    }

    /** A page of rows, asked for as this query says. */
    Answer page(String query) {
        return fleet.organization().get(path() + "/rows?" + query).expect(200);
    }

    /** The first 500 rows. */
    List<JsonObject> rows() {
        return page("size=500").items().getValuesAs(JsonObject.class);
    }

    JsonObject row(int number) {
        return rows().stream()
                .filter(row -> row.getInt("row") == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no row " + number));
    }

    /** What is wrong with a row, as {@code column:code}. */
    List<String> faults(int number) {
        return faults(row(number));
    }

    static List<String> faults(JsonObject row) {
        return row.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("column") + ":" + error.getString("code"))
                .toList();
    }

    Answer edit(int row, String column, String value) {
        return edit(row, column, value, null);
    }

    /** @param version that the change is made from; null where the last one is to win */
    Answer edit(int row, String column, String value, String version) {
        String cells = Json.createObjectBuilder().add(column, value).build().toString();
        return fleet.organization().patch(path() + "/rows/" + row, cells, version);
    }

    Answer deleteRow(int row) {
        return fleet.organization().delete(path() + "/rows/" + row);
    }

    Answer deleteRows(Set<Integer> rows) {
        List<String> query = new ArrayList<>();
        rows.forEach(row -> query.add("row=" + row));
        return fleet.organization().delete(path() + "/rows?" + String.join("&", query));
    }

    Answer deleteInvalid() {
        return fleet.organization().delete(path() + "/rows?invalid=true");
    }

    Answer deleteInvalidButFirst() {
        return fleet.organization().delete(path() + "/rows?invalid=true&keepFirst=true");
    }

    Answer commitFirstOfEach() {
        return fleet.organization().post(path() + "/commit", "{\"validRowsOnly\":true,\"keepFirst\":true}");
    }

    /** What a deletion of the invalid rows or a commit of the valid ones would do. */
    JsonObject impact() {
        return fleet.organization().get(path() + "/impact").expect(200).json();
    }

    Answer undo() {
        return fleet.organization().post(path() + "/undo", "");
    }

    Answer undo(int change) {
        return fleet.organization().post(path() + "/undo?change=" + change, "");
    }

    Answer repairAll(String column, String code, String kind) {
        return fleet.organization()
                .post(
                        path() + "/repairs",
                        "{\"column\":\"%s\",\"code\":\"%s\",\"kind\":\"%s\"}".formatted(column, code, kind));
    }

    /** Changes many rows; {@code change} is the body without its braces. */
    Answer change(String change) {
        return fleet.organization().post(path() + "/changes", "{" + change + "}");
    }

    /** How many cells have each kind of fault, as JSON. */
    String faultCounts() {
        return fleet.organization()
                .get(path() + "/faults")
                .expect(200)
                .json()
                .getJsonArray("faults")
                .toString();
    }

    Answer commit(boolean validRowsOnly) {
        return fleet.organization().post(path() + "/commit", "{\"validRowsOnly\":%s}".formatted(validRowsOnly));
    }

    Answer discard() {
        return fleet.organization().delete(path());
    }

    String report() {
        return fleet.organization().get(path() + "/report.csv").expect(200).body();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
