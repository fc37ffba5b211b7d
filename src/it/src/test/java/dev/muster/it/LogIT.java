package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.TilePath;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The transparency log: what becomes a leaf, what everybody can check, and who sees which leaf. */
@OnBothDatabases
class LogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameter
    Database database;

    private MusterServer server;
    private ApiClient administrator;
    private PublicLog log;

    @BeforeEach
    void findLog() {
        server = database.server();
        administrator = server.administratorByToken();
        log = PublicLog.of(server);
    }

    @Test
    void aDeviceGetsTheProofThatItsCreationIsInTheLog() {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        Certificate certificate = fleet.newCertificate();
        Checkpoint before = log.checkpoint();
        Answer first = SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(1)))
                .expect(201);
        JsonObject receipt = first.json().getJsonObject("log");
        Checkpoint signed = log.assertReceipt(receipt);
        log.assertGrown(before, signed);
        assertThat(receipt.getString("leaf"))
                .contains("\"act\":\"device-created\"")
                .contains("\"by\":\"certificate:" + certificate.id() + "\"")
                .contains("\"tenant\":\"organization:" + fleet.organizationId() + "\"")
                .contains("\"object\":\"device:" + first.text("deviceId") + "\"")
                .doesNotContain(ImportFile.imei(1));
        assertThat(log.entries(signed.size()).get(receipt.getInt("index")))
                .isEqualTo(
                        Hashes.entry(Base64.getDecoder().decode(receipt.getString("salt")), receipt.getString("leaf")));
        JsonObject proof = server.nobody()
                .get(PublicLog.PATH
                        + "/inclusion?index=%d&size=%d".formatted(receipt.getInt("index"), receipt.getInt("size")))
                .expect(200)
                .json();
        assertThat(proof.getJsonArray("hashes")).isEqualTo(receipt.getJsonArray("hashes"));
    }

    @Test
    void tilesAndExportHaveTheRootOfTheCheckpoint() {
        Fleet fleet = Fleet.create(server);
        Checkpoint before = log.checkpoint();
        for (int i = 0; i < 280 - before.size() % 256; i++) {
            fleet.organization()
                    .patch(fleet.organizationPath(), "{\"reprovisioningPolicy\":\"NEVER\"}", null)
                    .expect(200);
        }
        Checkpoint checkpoint = Await.until(
                PATIENCE, log::checkpoint, now -> now.size() / 256 > before.size() / 256 && now.size() % 256 > 0);
        log.assertGrown(before, checkpoint);
        assertThat(log.rootOfTiles(checkpoint.size())).isEqualTo(checkpoint.root());

        LogExport export = LogExport.of(administrator.get(PublicLog.PATH + "/export"));
        JsonObject header = export.header();
        assertThat(header.getString("scope")).isEqualTo("all");
        assertThat(header.getBoolean("complete")).isTrue();
        assertThat(header.getJsonArray("keys").getString(0)).isEqualTo(log.key().text());
        assertThat(export.isGenuine(log.opened(export.checkpoint()))).isTrue();
        assertThat(export.leaves()).hasSizeGreaterThanOrEqualTo((int) checkpoint.size());
    }

    @Test
    void aTenantSeesAndExportsOnlyItsOwnLeaves() {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(11, 1));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(11));
        for (String tenant : List.of("organization", "manufacturer")) {
            ApiClient user = tenant.equals("organization") ? fleet.organization() : fleet.manufacturer();
            String path = tenant.equals("organization") ? fleet.organizationPath() : fleet.manufacturerPath();
            String own = tenant + ":" + path.substring(path.lastIndexOf('/') + 1);
            Answer seen =
                    Await.until(PATIENCE, () -> user.get(path + "/log?size=100").expect(200), PublicLog::areAllPlaced);
            assertThat(seen.items().getValuesAs(JsonObject.class))
                    .isNotEmpty()
                    .allSatisfy(leaf -> assertThat(leaf.getString("tenant")).isEqualTo(own));
            assertThat(seen.body()).contains(tenant.equals("organization") ? "device-created" : "certificate-created");
            LogExport export = LogExport.of(user.get(path + "/log/export"));
            assertThat(export.header().getString("scope")).isEqualTo(own);
            assertThat(export.header().getBoolean("complete")).isFalse();
            Checkpoint checkpoint = log.opened(export.checkpoint());
            assertThat(export.leaves()).isNotEmpty().allSatisfy(line -> {
                assertThat(line.getString("leaf")).contains("\"tenant\":\"" + own + "\"");
                PublicLog.assertIncluded(
                        LogExport.entry(line),
                        line.getInt("index"),
                        PublicLog.hashes(line.getJsonArray("proof")),
                        checkpoint);
            });
            assertProblem(user.get(PublicLog.PATH), 403, ProblemCode.FORBIDDEN);
            assertProblem(user.get(PublicLog.PATH + "/export"), 403, ProblemCode.FORBIDDEN);
        }
        Fleet other = fleet.rival();
        assertProblem(other.organization().get(fleet.organizationPath() + "/log"), 404, ProblemCode.NOT_FOUND);
        assertProblem(other.organization().get(fleet.organizationPath() + "/log/export"), 404, ProblemCode.NOT_FOUND);
    }

    @Test
    void anOperatorSeesOfATenantOnlyWhenAndWhat() {
        Fleet fleet = Fleet.create(server);
        Certificate certificate = fleet.newCertificate();
        ApiClient operator = server.nobody()
                .basic(fleet.portalUser("OPERATOR", "\"organizationId\":null"), Fleet.CHOSEN)
                .withNewToken();
        String query = PublicLog.PATH + "?act=certificate-created&size=500";
        assertThat(administrator.get(query).expect(200).body()).contains(certificate.id());
        assertThat(operator.get(query).expect(200).body())
                .contains("manufacturer:" + fleet.manufacturerId())
                .doesNotContain(certificate.id());
        assertThat(operator.get(query + "&object=certificate:" + certificate.id())
                        .expect(200)
                        .items())
                .isEmpty();
        assertProblem(operator.get(PublicLog.PATH + "/export"), 403, ProblemCode.FORBIDDEN);
    }

    @Test
    void anActThatIsUndoneLeavesNoLeaf() {
        Fleet home = Fleet.create(server);
        Fleet other = home.rival();
        String name = home.manager();
        String user = "/api/v1/users/"
                + administrator
                        .get("/api/v1/users?search=" + name.substring(name.indexOf(' ') + 1))
                        .expect(200)
                        .first("id");
        String place = "{\"role\":\"ORGANIZATION_MANAGER\",\"organizationId\":\"%s\"}";
        administrator
                .post(user + "/memberships", place.formatted(other.organizationId()))
                .ok();
        String changes = PublicLog.PATH + "?act=role-changed&object=user:" + user.substring(user.lastIndexOf('/') + 1);
        assertProblem(
                administrator.patch(user, place.formatted(other.organizationId()), null), 409, ProblemCode.CONFLICT);
        assertThat(administrator.get(changes).expect(200).items()).isEmpty();
        administrator
                .patch(
                        user,
                        "{\"role\":\"ORGANIZATION_VIEWER\",\"organizationId\":\"%s\"}".formatted(home.organizationId()),
                        null)
                .ok();
        assertThat(administrator.get(changes).expect(200).items()).hasSize(1);
    }

    @Test
    void bothTenantsSeeThatAUserMoves() {
        Fleet home = Fleet.create(server);
        Fleet other = home.rival();
        String name = home.manager();
        String id = administrator
                .get("/api/v1/users?search=" + name.substring(name.indexOf(' ') + 1))
                .expect(200)
                .first("id");
        String place = "{\"role\":\"ORGANIZATION_VIEWER\",\"organizationId\":\"%s\"}".formatted(other.organizationId());
        administrator.patch("/api/v1/users/" + id, place, null).ok();
        assertThat(home.organization()
                        .get(home.organizationPath() + "/log?object=user:" + id)
                        .expect(200)
                        .body())
                .contains("membership-removed")
                .doesNotContain("role-changed");
        assertThat(other.organization()
                        .get(other.organizationPath() + "/log?object=user:" + id)
                        .expect(200)
                        .body())
                .contains("role-changed", "ORGANIZATION_VIEWER")
                .doesNotContain("membership-removed");
    }

    @Test
    void whatIsDoneToAUserIsRecorded() {
        Fleet fleet = Fleet.create(server);
        Fleet other = fleet.rival();
        String name = fleet.manager();
        String id = administrator
                .get("/api/v1/users?search=" + name.substring(name.indexOf(' ') + 1))
                .expect(200)
                .first("id");
        String user = "/api/v1/users/" + id;
        administrator.patch(user, "{\"displayName\":\"another\"}", null).ok();
        administrator.patch(user, "{\"disabled\":true}", null).ok();
        administrator.patch(user, "{\"disabled\":false}", null).ok();
        administrator
                .post(
                        user + "/memberships",
                        "{\"role\":\"ORGANIZATION_VIEWER\",\"organizationId\":\"%s\"}"
                                .formatted(other.organizationId()))
                .ok();
        administrator.delete(user + "/sessions").ok();
        administrator.delete(user + "/tokens").ok();
        administrator.post(user + "/reset", "").ok();
        administrator.delete(user).ok();
        String seen = fleet.organization()
                .get(fleet.organizationPath() + "/log?object=user:" + id)
                .expect(200)
                .body();
        assertThat(seen)
                .contains("user-created", "user-changed", "user-disabled", "user-enabled", "session-ended")
                .contains("token-revoked", "user-reset", "user-deleted", "password-changed")
                .doesNotContain("membership-added", name);
        assertThat(fleet.organization()
                        .get(fleet.organizationPath() + "/log?search=USER-RESET")
                        .expect(200)
                        .items())
                .hasSize(1);
        assertThat(other.organization()
                        .get(other.organizationPath() + "/log?object=user:" + id)
                        .expect(200)
                        .body())
                .contains("membership-added")
                .doesNotContain("user-deleted");
    }

    @Test
    void aWrongLoginIsRecordedWithoutItsName() {
        Fleet fleet = Fleet.create(server);
        String name = fleet.manager();
        // An address of its own, because the log counts the failures of other tests at the usual one
        String address = "127.77.%d.1".formatted(1 + ThreadLocalRandom.current().nextInt(250));
        assertThat(server.nobodyAt(address)
                        .basic(name, "not the password")
                        .post("/api/v1/tokens", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(401);
        String seen = fleet.organization()
                .get(fleet.organizationPath() + "/log?act=login-failed")
                .expect(200)
                .body();
        assertThat(seen).contains("sha256:").doesNotContain(name).doesNotContain(address);
    }

    @Test
    void whatIsNoTileIsNotFound() {
        Checkpoint checkpoint = log.checkpoint();
        for (String path : List.of(
                "0/" + "999",
                "8/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/x000/001",
                "0/1",
                "entries/x001/000",
                "x/000",
                "0/000.p/1/2")) {
            assertProblem(server.nobody().get(PublicLog.PATH + "/tile/" + path), 404, ProblemCode.NOT_FOUND);
        }
        long size = checkpoint.size();
        int width = (int) Math.min(255, size % 256 + 200);
        TilePath beyond = new TilePath(0, size / 256 + 1, width, false);
        assertProblem(server.nobody().get(PublicLog.PATH + "/tile/" + beyond.path()), 404, ProblemCode.NOT_FOUND);
        for (String query : List.of(
                "/inclusion?index=5&size=5",
                "/inclusion?index=-1&size=5",
                "/inclusion?index=0&size=99999999",
                "/inclusion",
                "/consistency?from=3&to=2",
                "/consistency?from=0&to=99999999",
                "/consistency?from=x&to=2")) {
            assertProblem(server.nobody().get(PublicLog.PATH + query), 422, ProblemCode.VALIDATION_FAILED);
        }
    }
}
