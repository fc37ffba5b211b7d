package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Which line names the columns, and what a header line without them was read as. */
class ImportHeaderIT {

    private static final String TITLED =
            "Shipping list 4711,,\nof Monday,,\nUnique Identifier,device_name,DEVICE-TYPE\n%s,Valve 1,STANDALONE\n"
                    .formatted(ImportFile.imei(1));

    private final Database database = Database.POSTGRESQL;

    @Test
    void theHeaderLineCanBeChosen() {
        Answer refused = database.fleet().upload(TITLED);

        assertProblem(refused, 422, ProblemCode.INVALID_FILE, "errors");
        assertThat(detail(refused)).contains("\"Shipping list 4711\"", "Line 3", "header=3");
        JsonObject draft = upload("3").expect(201).json();
        assertThat(draft.getInt("rows")).isEqualTo(1);
        assertThat(draft.getInt("invalidCells")).isZero();
        assertThat(draft.getJsonArray("warnings").getString(0)).startsWith("2 lines were skipped above");
    }

    @Test
    void aLineThatIsNoneIsRefused() {
        assertProblem(upload("99"), 422, ProblemCode.INVALID_FILE, "errors");
        for (String header : new String[] {"0", "-1", "two", ""}) {
            assertProblem(upload(header), 422, ProblemCode.VALIDATION_FAILED);
        }
    }

    @Test
    void whatTheHeaderLineWasReadAsIsTold() {
        assertThat(detail(database.fleet()
                        .upload("\"uniqueIdentifier;deviceName;deviceType\"\n\"A-1;Valve 1;STANDALONE\"\n")))
                .contains("1 column", "\"uniqueIdentifier;deviceName;deviceType\"", "in quotes");
        assertThat(detail(database.fleet().upload("uniqueIdentifier|deviceName|deviceType\nA-1|Valve 1|STANDALONE\n")))
                .contains("separated by \"|\"", "comma, semicolon and tab");
        Answer twoSeparators =
                database.fleet().upload("uniqueIdentifier;deviceName;deviceType\nA-1,Valve 1,STANDALONE\n");
        assertThat(detail(twoSeparators)).contains("semicolons", "line 2", "commas");
        assertThat(twoSeparators.json().getJsonArray("errors").getJsonObject(0).getInt("line"))
                .isEqualTo(2);
    }

    private Answer upload(String header) {
        Fleet fleet = database.fleet();
        String query = "?manufacturer=" + fleet.manufacturerId() + "&header=" + header;
        return fleet.organization().post(fleet.importsPath() + query, "text/csv", TITLED);
    }

    private static String detail(Answer refused) {
        return refused.expect(422)
                .json()
                .getJsonArray("errors")
                .getJsonObject(0)
                .getString("detail");
    }
}
