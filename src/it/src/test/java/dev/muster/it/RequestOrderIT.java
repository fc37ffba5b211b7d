package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not ask is told that, whatever the request says; who may is told what is wrong with it. */
class RequestOrderIT {

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;

    @BeforeEach
    void findTenants() {
        server = database.server();
        fleet = database.fleet();
    }

    @Test
    void rightsComeBeforeTheBody() {
        ApiClient manager = fleet.organization();
        assertProblem(manager.post("/api/v1/organizations", "{}"), 403, ProblemCode.FORBIDDEN);
        assertProblem(manager.post("/api/v1/users", "{}"), 403, ProblemCode.FORBIDDEN);
        String stranger = "/api/v1/organizations/" + UUID.randomUUID() + "/imports/" + UUID.randomUUID();
        assertProblem(manager.patch(stranger + "/rows/1", "{\"x\":1}", null), 404, ProblemCode.NOT_FOUND);
        assertProblem(manager.delete(stranger + "/rows"), 404, ProblemCode.NOT_FOUND);
        assertProblem(manager.post(stranger + "/repairs", "{}"), 404, ProblemCode.NOT_FOUND);
        assertProblem(manager.post(stranger + "/undo?change=x", ""), 404, ProblemCode.NOT_FOUND);
        assertProblem(manager.post(stranger + "/commit", "{\"x\":1}"), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void aCertificateIsMadeByTheManufacturersManagerAlone() {
        String wish = "{\"name\":\"it\",\"purpose\":\"PROOF\",\"keyAlgorithm\":\"EC_P256\",\"validityDays\":30}";
        ApiClient administrator = server.administratorByToken();
        assertProblem(administrator.post(fleet.certificatesPath(), wish), 403, ProblemCode.FORBIDDEN);
        assertProblem(administrator.post(fleet.certificatesPath(), "{}"), 403, ProblemCode.FORBIDDEN);
        administrator.get(fleet.certificatesPath()).expect(200);
    }

    @Test
    void numbersAndTextOfAQueryAreJudged() {
        String draft = fleet.importsPath() + "/"
                + fleet.upload(ImportFile.of(1, 1)).expect(201).text("id");
        ApiClient manager = fleet.organization();
        assertProblem(manager.delete(draft + "/rows?row=abc"), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(manager.post(draft + "/undo?change=abc", ""), 422, ProblemCode.VALIDATION_FAILED);
        String nul = fleet.organizationPath() + "/enrollments?identifier=%00";
        assertProblem(manager.get(nul), 422, ProblemCode.VALIDATION_FAILED);
        assertThat(server.nobody().post("/api/v1/provision/a%00b", "{}").status())
                .isBetween(400, 499);
    }

    @Test
    void aUserHasANameThatHttpBasicCanSay() {
        String wish = "{\"username\":\"ops:ci\",\"password\":\"long-enough-for-this\",\"role\":\"ADMINISTRATOR\"}";
        Answer refused = server.administratorByToken().post("/api/v1/users", wish);
        assertProblem(refused, 422, ProblemCode.VALIDATION_FAILED);
        Answer stranger = server.nobody().post("/api/v1/account/password", "{\"password\":\"x\"}");
        assertProblem(stranger, 401, ProblemCode.UNAUTHENTICATED);
        assertThat(stranger.header("WWW-Authenticate").orElse("")).startsWith("Basic ");
    }

    @Test
    void whatAnAdministratorHasMadeItFinds() {
        String name = "Made " + UUID.randomUUID();
        ApiClient administrator = server.administratorByToken();
        Answer made = administrator
                .post("/api/v1/organizations", "{\"name\":\"%s\"}".formatted(name))
                .expect(201);
        String path = made.header("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
        assertThat(administrator.get(path).expect(200).text("name")).isEqualTo(name);
    }

    /** Set for every server of this run, the demonstration's among them, which has one of its own besides. */
    @Test
    void theFirstAdministratorIsTheOneThatTheEnvironmentNames() {
        server.nobody()
                .basic(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"))
                .post("/api/v1/tokens", "{\"name\":\"it\",\"expiresInDays\":1}")
                .expect(201);
    }
}
