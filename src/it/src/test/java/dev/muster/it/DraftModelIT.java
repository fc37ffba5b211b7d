package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** After any changes a draft says of its rows what a file of the same rows says. */
@OnBothDatabases
class DraftModelIT {

    private static final int CHANGES = 60;
    private static final int ROWS = 40;
    private static final int FEWEST = 15;
    private static final List<Integer> SIZES = List.of(1, 3, 7, 10, 25, 50, 100, 500);

    @Parameter
    Database database;

    private Fleet fleet;
    private Random random;
    private Draft draft;

    @BeforeEach
    void enrollWhatRowsCollideWith() {
        long seed = System.nanoTime();
        System.out.printf("%s: DraftModelIT with the seed %d%n", database, seed);
        random = new Random(seed);
        fleet = Fleet.create(database.server());
        Fleet rival = fleet.rival();
        Cells taken = Cells.gateway(900).with("deviceName", "taken");
        fleet.commit(Draft.of(fleet, taken).id()).expect(200);
        rival.enroll(ImportFile.of(901, 1));
    }

    @Test
    void afterEachChangeItIsAsIfItWereImportedAnew() {
        draft = Draft.of(
                fleet, IntStream.range(0, ROWS).mapToObj(i -> randomCells()).toList());
        for (int i = 0; i < CHANGES; i++) {
            String change = change();
            assertAsImportedAnew("change " + i + ": " + change);
        }
    }

    @Test
    void pagesWithInvalidCellsAreThoseOfTheRows() {
        List<Cells> rows = IntStream.rangeClosed(1, 230)
                .mapToObj(i -> Cells.standalone(i).with("deviceType", random.nextInt(12) == 0 ? "lamp" : "STANDALONE"))
                .toList();
        draft = Draft.of(fleet, rows);
        assertPages();
        draft.deleteRows(IntStream.range(0, 40)
                        .mapToObj(i -> 1 + random.nextInt(230))
                        .collect(Collectors.toSet()))
                .expect(200);
        assertPages();
        draft.edit(draft.rows().get(5).getInt("row"), "deviceName", "").expect(200);
        assertPages();
    }

    private void assertAsImportedAnew(String change) {
        List<JsonObject> rows = draft.rows();
        Draft anew = Draft.of(fleet, rows.stream().map(Cells::of).toList());
        List<JsonObject> expected = anew.rows();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(Draft.faults(rows.get(i)))
                    .as("%s, %s", change, rows.get(i))
                    .isEqualTo(Draft.faults(expected.get(i)));
        }
        JsonObject draftNow = draft.json();
        JsonObject draftAnew = anew.json();
        assertThat(draftNow.getInt("rows")).as(change).isEqualTo(draftAnew.getInt("rows"));
        assertThat(draftNow.getInt("invalidCells")).as(change).isEqualTo(draftAnew.getInt("invalidCells"));
        assertThat(draft.invalidPages(7)).as(change).isEqualTo(anew.invalidPages(7));
        assertThat(draft.faultCounts()).as(change).isEqualTo(anew.faultCounts());
        assertThat(total(draft)).as(change).isEqualTo(total(anew));
        anew.discard().expect(204);
    }

    private void assertPages() {
        List<JsonObject> rows = draft.rows();
        for (int size : SIZES) {
            assertThat(draft.invalidPages(size)).as("size %d", size).isEqualTo(pages(rows, size));
        }
        assertThat(draft.invalidCells())
                .isEqualTo(rows.stream()
                        .mapToInt(row -> row.getJsonArray("errors").size())
                        .sum());
    }

    /** As the API writes ranges of pages. */
    private static String pages(List<JsonObject> rows, int size) {
        List<int[]> ranges = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int page = i / size;
            int[] last = ranges.isEmpty() ? new int[] {-9, -9} : ranges.get(ranges.size() - 1);
            if (rows.get(i).getJsonArray("errors").isEmpty() || last[1] == page) {
                continue;
            }
            if (last[1] == page - 1) {
                last[1] = page;
            } else {
                ranges.add(new int[] {page, page});
            }
        }
        return ranges.stream()
                .map(range -> "[" + range[0] + "," + range[1] + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int total(Draft draft) {
        return draft.page("invalid=true&size=1").json().getInt("total");
    }

    private String change() {
        List<Integer> rows = draft.rows().stream().map(row -> row.getInt("row")).toList();
        int kind = random.nextInt(rows.size() > FEWEST ? 14 : 11);
        int row = rows.get(random.nextInt(rows.size()));
        return switch (kind) {
            case 6 -> "undo " + draft.undo().status();
            case 7 -> "repair " + repair(row).map(Answer::toString).orElse("nothing");
            case 8 ->
                "put "
                        + draft.change(which(rows) + ",\"set\":{\"column\":\"deviceType\",\"value\":\"GATEWAY\"}")
                                .expect(200);
            case 9 ->
                "replace "
                        + draft.change(which(rows)
                                        + ",\"replace\":{\"column\":\"deviceName\",\"part\":\"e\",\"by\":\"\"}")
                                .expect(200);
            case 11 -> "delete " + row + draft.deleteRow(row).expect(200);
            case 12 -> "delete " + draft.deleteRows(some(rows)).expect(200);
            case 13 -> "delete invalid " + deleteInvalid(rows.size());
            default -> edit(row);
        };
    }

    private String which(List<Integer> rows) {
        return random.nextBoolean()
                ? "\"rows\":" + some(rows)
                : "\"found\":{\"fault\":\"uniqueIdentifier:duplicate-in-file\"}";
    }

    private String edit(int row) {
        String column = Cells.COLUMNS.get(random.nextInt(Cells.COLUMNS.size()));
        String value = DraftValues.any(random, column);
        draft.edit(row, column, value).expect(200);
        return "row " + row + " " + column + " = " + value;
    }

    /** One of the repairs that a row offers, for all rows. */
    private java.util.Optional<Answer> repair(int row) {
        return draft.row(row).getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .filter(error -> !error.getJsonArray("repairs").isEmpty())
                .findFirst()
                .map(error -> draft.repairAll(
                                error.getString("column"),
                                error.getString("code"),
                                error.getJsonArray("repairs").getJsonObject(0).getString("kind"))
                        .expect(200));
    }

    /** Where enough rows are left, else takes it back. */
    private String deleteInvalid(int rows) {
        draft.deleteInvalid().expect(200);
        return draft.rows().size() >= Math.min(rows, FEWEST / 2)
                ? ""
                : "and undo " + draft.undo().expect(200);
    }

    private Set<Integer> some(List<Integer> rows) {
        Set<Integer> some = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            some.add(rows.get(random.nextInt(rows.size())));
        }
        return some;
    }

    private Cells randomCells() {
        return new Cells(
                DraftValues.any(random, "uniqueIdentifier"),
                DraftValues.any(random, "deviceName"),
                DraftValues.any(random, "deviceType"),
                DraftValues.any(random, "parentGateway"));
    }
}
