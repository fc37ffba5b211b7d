package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator, a manufacturer's own manager and everybody else can do about a manufacturer. */
class ManufacturersIT {

    private final Database database = Database.POSTGRESQL;

    private ApiClient admin;
    private Fleet fleet;
    private String path;

    @BeforeEach
    void makeTenants() {
        admin = database.server().administratorByToken();
        fleet = Fleet.create(database.server());
        path = fleet.manufacturerPath();
    }

    @Test
    void anAdministratorMakesOneWithAContactAndFindsItByName() {
        String name = "Contact & Sons 100% " + UUID.randomUUID();
        String wish = """
                {"name":"%s","identifierScheme":"SERIAL","identifierPattern":"AT-[0-9]{8}",
                 "enrollment":"ALLOWED_ORGANIZATIONS","contact":" Ann, +49 30 1234 "}""".formatted(name);

        Answer made = admin.post("/api/v1/manufacturers", wish).expect(201);

        assertThat(made.json().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "identifierScheme",
                        "identifierPattern",
                        "enrollment",
                        "contact",
                        "status",
                        "secondFactorRequired",
                        "createdAt");
        assertThat(made.text("contact")).isEqualTo("Ann, +49 30 1234");
        assertThat(made.text("status")).isEqualTo("ACTIVE");
        assertThat(made.text("enrollment")).isEqualTo("ALLOWED_ORGANIZATIONS");
        JsonObject found = admin.get("/api/v1/manufacturers?name=" + Draft.encoded(name.toLowerCase()))
                .expect(200)
                .json();
        assertThat(found.getInt("total")).isEqualTo(1);
        assertThat(found.getJsonArray("items").getJsonObject(0)).isEqualTo(made.json());
    }

    @Test
    void withoutAChoiceOnlyOrganizationsOnItsListImport() {
        Answer made = admin.post(
                        "/api/v1/manufacturers",
                        "{\"name\":\"Closed %s\",\"identifierScheme\":\"IMEI\"}".formatted(UUID.randomUUID()))
                .expect(201);
        assertThat(made.text("enrollment")).isEqualTo("ALLOWED_ORGANIZATIONS");
        String imports = fleet.importsPath() + "?manufacturer=" + made.text("id");
        String file = ImportFile.of(1, 1);

        assertProblem(fleet.organization().post(imports, "text/csv", file), 403, ProblemCode.FORBIDDEN);

        admin.post(
                        "/api/v1/manufacturers/" + made.text("id") + "/allowed-organizations",
                        "{\"name\":\"%s\"}".formatted(fleet.organizationName()))
                .expect(200);
        fleet.organization().post(imports, "text/csv", file).expect(201);
    }

    @Test
    void organizationManagersSeeIdAndNameAlone() {
        fleet.manufacturer()
                .patch(path, "{\"contact\":\"for administrators\"}", null)
                .expect(200);

        JsonObject seen = fleet.organization()
                .get("/api/v1/manufacturers?name=" + Draft.encoded(name()))
                .expect(200)
                .items()
                .getJsonObject(0);

        assertThat(seen.keySet()).containsExactlyInAnyOrder("id", "name");
    }

    @Test
    void aManagerChangesContactAndPolicyButNotTheName() {
        JsonObject changed = fleet.manufacturer()
                .patch(path, "{\"contact\":\"Bo\",\"enrollment\":\"ALLOWED_ORGANIZATIONS\"}", null)
                .expect(200)
                .json();
        assertThat(changed.getString("contact")).isEqualTo("Bo");
        assertThat(changed.getString("enrollment")).isEqualTo("ALLOWED_ORGANIZATIONS");

        assertProblem(
                fleet.manufacturer().patch(path, "{\"name\":\"Another\",\"contact\":\"lost\"}", null),
                403,
                ProblemCode.FORBIDDEN);
        assertThat(admin.get(path).expect(200).text("contact")).isEqualTo("Bo");

        assertThat(fleet.manufacturer()
                        .patch(path, "{\"contact\":\"\"}", null)
                        .expect(200)
                        .json()
                        .keySet())
                .doesNotContain("contact");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertProblem(admin.patch(path, "{\"identifierScheme\":\"ANY\"}", null), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(admin.patch(path, "{\"enrollment\":\"CLOSED\"}", null), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(admin.patch(path, "{\"name\":\" \"}", null), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(
                admin.patch(path, "{\"contact\":\"" + "x".repeat(257) + "\"}", null),
                422,
                ProblemCode.VALIDATION_FAILED);
        String taken = Fleet.create(database.server()).manufacturerPath();
        String itsName = admin.get(taken).expect(200).text("name");
        assertProblem(
                admin.patch(path, "{\"name\":\"" + itsName.toUpperCase() + "\"}", null), 409, ProblemCode.CONFLICT);
        assertThat(admin.get(path).expect(200).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void aNewNameIsInNewCertificatesAlone() throws Exception {
        Certificate before = fleet.newCertificate();
        String oldName = name();
        String newName = "Renamed " + UUID.randomUUID();

        assertThat(admin.patch(path, "{\"name\":\"" + newName + "\"}", null)
                        .expect(200)
                        .text("name"))
                .isEqualTo(newName);

        assertThat(subjectOf(before)).contains(oldName).doesNotContain(newName);
        assertThat(subjectOf(fleet.newCertificate())).contains(newName).doesNotContain(oldName);
    }

    @Test
    void onlyAnAdministratorSuspendsAndResumes() {
        assertProblem(fleet.manufacturer().post(path + "/suspend", ""), 403, ProblemCode.FORBIDDEN);
        assertProblem(fleet.organization().post(path + "/suspend", ""), 404, ProblemCode.NOT_FOUND);
        assertProblem(
                admin.post("/api/v1/manufacturers/" + UUID.randomUUID() + "/suspend", ""), 404, ProblemCode.NOT_FOUND);

        Answer suspended = admin.post(path + "/suspend", "").expect(200);
        assertThat(suspended.text("status")).isEqualTo("SUSPENDED");
        Answer again = admin.post(path + "/suspend", "").expect(200);
        assertThat(again.text("suspendedAt")).isEqualTo(suspended.text("suspendedAt"));

        assertProblem(fleet.manufacturer().post(path + "/resume", ""), 403, ProblemCode.FORBIDDEN);
        assertThat(fleet.manufacturer().get(path).expect(200).text("status")).isEqualTo("SUSPENDED");
        JsonObject resumed = admin.post(path + "/resume", "").expect(200).json();
        assertThat(resumed.getString("status")).isEqualTo("ACTIVE");
        assertThat(resumed.keySet()).doesNotContain("suspendedAt");
    }

    /** Each writes the whole manufacturer back; none may write back what another has just changed. */
    @Test
    void changesOfTheSameMomentDoNotUndoEachOther() {
        List<CompletableFuture<Answer>> running = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String contact = "{\"contact\":\"number " + i + "\"}";
            running.add(CompletableFuture.supplyAsync(() -> fleet.manufacturer().patch(path, contact, null)));
            if (i == 10) {
                running.add(CompletableFuture.supplyAsync(() -> admin.post(path + "/suspend", "")));
                running.add(CompletableFuture.supplyAsync(
                        () -> admin.patch(path, "{\"enrollment\":\"ALLOWED_ORGANIZATIONS\"}", null)));
            }
        }
        running.forEach(answer -> answer.join().expect(200));

        JsonObject now = admin.get(path).expect(200).json();
        assertThat(now.getString("status")).isEqualTo("SUSPENDED");
        assertThat(now.getString("enrollment")).isEqualTo("ALLOWED_ORGANIZATIONS");
        assertThat(now.getString("contact")).startsWith("number ");
    }

    private String name() {
        return admin.get(path).expect(200).text("name");
    }

    private String subjectOf(Certificate certificate) {
        return fleet.manufacturer()
                .get(fleet.certificatesPath() + "/" + certificate.id())
                .expect(200)
                .text("subject");
    }
}
