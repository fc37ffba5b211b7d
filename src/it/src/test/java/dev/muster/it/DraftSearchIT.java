package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Searching, sorting and turning the pages of a draft. */
@OnBothDatabases
class DraftSearchIT {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Parameter
    Database database;

    private Draft draft;

    @BeforeEach
    void upload() {
        draft = Draft.of(
                database.fleet(),
                Cells.standalone(ImportFile.imei(5), "50% off"),
                Cells.standalone(ImportFile.imei(4), "50 off"),
                Cells.standalone(ImportFile.imei(3), "a_b"),
                Cells.standalone(ImportFile.imei(2), "AXB"),
                Cells.standalone(ImportFile.imei(1), "wow!"),
                Cells.standalone(ImportFile.imei(7), SCRIPT).with("deviceType", "lamp"),
                new Cells(ImportFile.imei(6), "Ünit 7", "GATEWAY", "'; drop table enrollment_row; --"));
    }

    @Test
    void whatIsSearchedForIsTextAndNoPattern() {
        assertThat(found("50")).containsExactly(1, 2);
        assertThat(found("0%")).containsExactly(1);
        assertThat(found("%")).containsExactly(1);
        assertThat(found("_")).containsExactly(3, 7);
        assertThat(found("a_b")).containsExactly(3);
        assertThat(found("!")).containsExactly(5);
        assertThat(found("!%")).isEmpty();
        assertThat(found(SCRIPT)).containsExactly(6);
        assertThat(found("'; drop")).containsExactly(7);
        assertThat(found("nothing of the kind")).isEmpty();
    }

    @Test
    void theCaseOfWhatIsSearchedForDoesNotMatter() {
        assertThat(found("axB")).containsExactly(4);
        assertThat(found("ünit")).containsExactly(7);
        assertThat(found("gate")).containsExactly(7);
        assertThat(found(ImportFile.imei(2).substring(3))).containsExactly(4);
        assertThat(found("  ")).hasSize(7);
    }

    @Test
    void invalidRowsAloneAreFoundAmongTheOthers() {
        assertThat(numbers("invalid=true")).containsExactly(6, 7);
        assertThat(numbers("invalid=true&contains=unit")).isEmpty();
        assertThat(numbers("invalid=true&contains=script")).containsExactly(6);
        assertThat(numbers("invalid=true&sort=uniqueIdentifier")).containsExactly(7, 6);
        assertThat(draft.page("invalid=true&size=1").json().getInt("total")).isEqualTo(2);
    }

    @Test
    void rowsAreSortedByEachColumnInBothDirections() {
        assertThat(numbers("sort=uniqueIdentifier")).containsExactly(5, 4, 3, 2, 1, 7, 6);
        assertThat(numbers("sort=-uniqueIdentifier")).containsExactly(6, 7, 1, 2, 3, 4, 5);
        assertThat(numbers("sort=deviceType")).containsExactly(7, 1, 2, 3, 4, 5, 6);
        assertThat(numbers("sort=-deviceType&size=2")).containsExactly(6, 5);
        for (String column : Cells.COLUMNS) {
            List<Integer> backwards = numbers("sort=-" + column);
            assertThat(numbers("sort=" + column))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, backwards.size())
                            .mapToObj(i -> backwards.get(backwards.size() - i))
                            .toList());
        }
        for (String unknown : List.of("row", "", "deviceName;drop", "-")) {
            Answer answer = draft.fleet().organization().get(draft.path() + "/rows?sort=" + Draft.encoded(unknown));
            assertProblem(answer, 422, ProblemCode.VALIDATION_FAILED);
        }
    }

    @Test
    void aPageBeyondTheEndIsEmptyAndTellsTheTotal() {
        for (String query : List.of("", "&sort=deviceName", "&invalid=true", "&contains=off")) {
            Answer beyond = draft.page("page=1000000&size=500" + query);
            assertThat(beyond.items()).as(query).isEmpty();
            assertThat(beyond.json().getInt("total")).as(query).isPositive();
        }
        assertThat(numbers("page=1&size=3")).containsExactly(4, 5, 6);
        assertThat(numbers("page=2&size=3")).containsExactly(7);
        assertThat(numbers("page=1&size=2&sort=uniqueIdentifier")).containsExactly(3, 2);
        for (String wrong : List.of("page=-1", "size=0", "size=501", "page=x", "invalid=perhaps")) {
            Answer answer = draft.fleet().organization().get(draft.path() + "/rows?" + wrong);
            assertProblem(answer, 422, ProblemCode.VALIDATION_FAILED);
        }
    }

    private List<Integer> found(String text) {
        return numbers("contains=" + Draft.encoded(text));
    }

    private List<Integer> numbers(String query) {
        return draft.page(query).items().stream()
                .map(row -> row.asJsonObject().getInt("row"))
                .toList();
    }
}
