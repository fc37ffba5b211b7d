package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who learns that another organization holds an identifier, and how often. */
@OnBothDatabases
class HeldElsewhereIT {

    private static final String TOLD = "uniqueIdentifier:held-elsewhere";

    private static final int HELD = 5;

    @Parameter
    Database database;

    private Fleet owner;
    private Fleet prober;

    @BeforeEach
    void enroll() {
        owner = Fleet.create(database.server());
        prober = owner.rival();
        owner.enroll(ImportFile.of(1, HELD));
    }

    @Test
    void eachAnswerIsCountedOnceForTheAdministrator() {
        assertThat(quotas().heldElsewhere()).isZero();
        Draft draft = Draft.of(prober, ImportFile.of(1, HELD));
        assertThat(draft.faults(1)).containsExactly(TOLD);
        assertThat(quotas().heldElsewhere()).isEqualTo(HELD);

        draft.edit(2, "deviceType", "GATEWAY").expect(200);
        assertProblem(draft.commit(false), 409, ProblemCode.DRAFT_INVALID, "rows", "invalidCells");

        assertThat(quotas().heldElsewhere()).as("the commit tells nothing new").isLessThanOrEqualTo(HELD + 1);
        assertProblem(
                prober.organization().get(prober.organizationPath() + "/held-elsewhere"), 403, ProblemCode.FORBIDDEN);
        assertThat(prober.organization()
                        .get(prober.organizationPath() + "/quotas")
                        .expect(200)
                        .body())
                .doesNotContain("heldElsewhere");
    }

    @Test
    void whoMayNoLongerImportIsNotTold() {
        Draft draft = Draft.of(prober, ImportFile.of(100, 2));
        owner.manufacturer()
                .patch(owner.manufacturerPath(), "{\"enrollment\":\"ALLOWED_ORGANIZATIONS\"}", null)
                .expect(200);

        draft.edit(1, "uniqueIdentifier", ImportFile.imei(1)).expect(200);

        assertThat(draft.faults(1)).isEmpty();
        assertThat(report(draft)).doesNotContain("held-elsewhere").doesNotContain("cannot be enrolled");
        assertProblem(draft.commit(false), 403, ProblemCode.FORBIDDEN);
        assertProblem(draft.commit(true), 403, ProblemCode.FORBIDDEN);
        assertThat(quotas().heldElsewhere()).isZero();
    }

    @Test
    void aboveTheQuotaOfTheDayNothingMoreIsTold() {
        quotas().ofOrganization("heldElsewherePerDay", HELD - 1);
        Draft many = Draft.of(prober, ImportFile.of(1, HELD));
        Draft single = Draft.of(prober, ImportFile.of(2, 1));
        Draft sound = Draft.of(prober, ImportFile.of(100, 1));

        for (Draft draft : List.of(many, single, sound)) {
            assertThat(draft.invalidCells()).isZero();
            assertThat(report(draft)).doesNotContain("cannot be enrolled");
            for (boolean validRowsOnly : List.of(false, true)) {
                Answer refused = draft.commit(validRowsOnly);
                assertProblem(refused, 429, ProblemCode.RATE_LIMITED, "quota");
                assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                        .isBetween(1, 86_400);
            }
            assertThat(draft.status()).isEqualTo("DRAFT");
        }
        assertThat(prober.enrollments()).isZero();

        quotas().ofOrganization("heldElsewherePerDay", null);
        sound.commit(false).expect(200);
        assertProblem(single.commit(false), 409, ProblemCode.DRAFT_INVALID, "rows", "invalidCells");
        assertThat(single.faults(1)).containsExactly(TOLD);
    }

    private Quotas quotas() {
        return new Quotas(prober);
    }

    private static String report(Draft draft) {
        return draft.fleet()
                .organization()
                .get(draft.path() + "/report.csv")
                .expect(200)
                .body();
    }
}
