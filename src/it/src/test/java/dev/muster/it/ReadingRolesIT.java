package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Replays every call of /openapi as a viewer and as an operator: a viewer reads what a manager reads, and changes nothing;
 * an operator reads nothing of any tenant.
 */
class ReadingRolesIT {

    /** Their answers are about the caller, not about a tenant. */
    private static final Set<String> OWN = Set.of("/api/v1/account", "/api/v1/tokens");

    private static MusterServer server;
    private static Fleet fleet;
    private static Map<String, String> ids;
    private static List<DocumentedCalls.Call> calls;

    @BeforeAll
    static void fillATenant() {
        server = Database.POSTGRESQL.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 3));
        Certificate certificate = fleet.newCertificate();
        String device = SimulatedDevice.provision(server, certificate, ImportFile.imei(1))
                .id();
        ids = new HashMap<>();
        ids.put("organizationId", fleet.organizationId());
        ids.put("manufacturerId", fleet.manufacturerId());
        ids.put("certificateId", certificate.id());
        ids.put("deviceId", device);
        ids.put("importId", fleet.upload(ImportFile.of(10, 2)).expect(201).text("id"));
        ids.put("rowId", "1");
        ids.put("column", "deviceType");
        ids.put("fault", "unknown-type");
        ids.put("identifier", ImportFile.imei(2));
        ids.put("enrollmentId", first(fleet.organizationPath() + "/enrollments"));
        ids.put("modelId", model());
        calls = DocumentedCalls.of(server, ids).stream()
                .filter(DocumentedCalls.Call::needsToken)
                .toList();
    }

    private static String model() {
        return fleet.organization()
                .post(fleet.organizationPath() + "/device-models", "{\"name\":\"theirs\"}")
                .expect(201)
                .text("id");
    }

    private static String first(String list) {
        return fleet.organization()
                .get(list)
                .expect(200)
                .items()
                .getJsonObject(0)
                .get("id")
                .toString()
                .replace("\"", "");
    }

    @Test
    void aViewerReadsWhatAManagerReads() {
        assertSameAnswers(fleet.organization(), viewer("ORGANIZATION_VIEWER"), 20);
        assertSameAnswers(fleet.manufacturer(), viewer("MANUFACTURER_VIEWER"), 6);
    }

    private static void assertSameAnswers(ApiClient manager, ApiClient viewer, int atLeast) {
        int read = 0;
        for (DocumentedCalls.Call call :
                calls.stream().filter(DocumentedCalls.Call::isReading).toList()) {
            Answer expected = call.by(manager);
            assertThat(call.by(viewer).status()).as(call.toString()).isEqualTo(expected.status());
            read += expected.status() == 200 ? 1 : 0;
        }
        assertThat(read).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void aViewerChangesNothing() {
        List<DocumentedCalls.Call> writing = calls.stream()
                .filter(call -> !call.isReading())
                .filter(call -> OWN.stream().noneMatch(call.path()::startsWith))
                .toList();
        assertThat(writing).hasSizeGreaterThan(40);
        for (ApiClient viewer : List.of(viewer("ORGANIZATION_VIEWER"), viewer("MANUFACTURER_VIEWER"), operator())) {
            for (DocumentedCalls.Call call : writing) {
                assertForbidden(call, viewer);
            }
        }
        Answer draft = fleet.organization()
                .get(fleet.importsPath() + "/" + ids.get("importId"))
                .expect(200);
        assertThat(draft.text("status")).isEqualTo("DRAFT");
        fleet.organization()
                .get(fleet.devicesPath() + "/" + ids.get("deviceId"))
                .expect(200);
    }

    @Test
    void anOperatorSeesNoTenantsData() {
        ApiClient operator = operator();
        List<DocumentedCalls.Call> tenants = calls.stream()
                .filter(call -> OWN.stream().noneMatch(call.path()::startsWith))
                .filter(call -> !call.path().equals(PublicLog.PATH))
                .toList();
        for (DocumentedCalls.Call call : tenants) {
            assertForbidden(call, operator);
        }
        assertThat(operator.get("/api/v1/account").expect(200).text("role")).isEqualTo("OPERATOR");
    }

    @Test
    void whoOnlyReadsManagesOwnTokens() {
        ApiClient viewer = viewer("ORGANIZATION_VIEWER");
        String token = viewer.get("/api/v1/tokens")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        viewer.delete("/api/v1/tokens/" + token).expect(204);
        assertProblem(viewer.get("/api/v1/account"), 401, ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void pagesHideWhatAViewerCannotDo() {
        PortalClient viewer = PortalClient.at(server)
                .logIn(
                        fleet.portalUser(
                                "ORGANIZATION_VIEWER", "\"organizationId\":\"" + fleet.organizationId() + "\""),
                        Fleet.CHOSEN);
        PortalClient manager = fleet.portal();
        String draft = "/organization/import.xhtml?id=" + ids.get("importId");
        String device = "/organization/device.xhtml?id=" + ids.get("deviceId");
        Stream.of(
                        List.of(draft, "data-open=\"discard\"", "data-testid=\"grid\""),
                        List.of(draft, "class=\"cell\"", "data-testid=\"validity\""),
                        List.of(device, "data-open=\"suspend\"", "data-testid=\"device-status\""),
                        List.of("/organization/devices.xhtml", "data-act=\"DELETE\"", "data-testid=\"devices\""),
                        List.of("/organization/imports.xhtml", "data-open=\"upload\"", "data-testid=\"imports\""),
                        List.of("/organization/models.xhtml", "data-testid=\"create\"", "data-testid=\"models\""),
                        List.of("/organization/settings.xhtml", "id=\"save-policy\"", "id=\"policy\""))
                .forEach(page -> {
                    assertThat(manager.get(page.get(0)).expect(200).body()).contains(page.get(1), page.get(2));
                    assertThat(viewer.get(page.get(0)).expect(200).body())
                            .as(page.get(0))
                            .contains(page.get(2))
                            .doesNotContain(page.get(1));
                });
        assertThat(viewer.get("/administration/users.xhtml").status()).isEqualTo(403);
        assertThat(viewer.get("/manufacturer/certificates.xhtml").status()).isEqualTo(403);
    }

    @Test
    void anOperatorHasThePageOfHealthAndNoOther() {
        PortalClient operator = PortalClient.at(server).logIn(platformUser(), Fleet.CHOSEN);
        assertThat(operator.get("/operation/health.xhtml").expect(200).body()).contains("Answers");
        for (String page : List.of(
                "/organization/imports.xhtml",
                "/manufacturer/certificates.xhtml",
                "/administration/users.xhtml",
                "/administration/manufacturers.xhtml")) {
            assertThat(operator.get(page).status()).as(page).isEqualTo(403);
        }
    }

    private static void assertForbidden(DocumentedCalls.Call call, ApiClient client) {
        Answer answer = call.by(client);
        assertThat(answer.status()).as(call + ": " + answer.body()).isEqualTo(403);
        assertProblem(answer, 403, ProblemCode.FORBIDDEN);
    }

    private static ApiClient viewer(String role) {
        String tenant = role.startsWith("ORGANIZATION")
                ? "\"organizationId\":\"" + fleet.organizationId() + "\""
                : "\"manufacturerId\":\"" + fleet.manufacturerId() + "\"";
        return server.nobody()
                .basic(fleet.portalUser(role, tenant), Fleet.CHOSEN)
                .withNewToken();
    }

    private static ApiClient operator() {
        return server.nobody().basic(platformUser(), Fleet.CHOSEN).withNewToken();
    }

    private static String platformUser() {
        return fleet.portalUser("OPERATOR", "\"organizationId\":null");
    }
}
