package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The page of a committed import: its steps with their lists, its rows, and whether it can be withdrawn. */
@OnBothDatabases
class CommittedImportIT {

    private static final Pattern IDENTIFIER = Pattern.compile("<span class=\"mono\"><bdi>([0-9]+)</bdi>");

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private PortalClient manager;
    private String importId;

    @BeforeEach
    void aGatewayAndItsPeripheralAreImportedWithTwoOthers() {
        server = database.server();
        fleet = Fleet.create(server);
        manager = fleet.portal();
        importId = Draft.committedFour(fleet).id();
    }

    @Test
    void theStepsHaveTheNumbersAndOpenTheirLists() {
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(2))
                .report(1, "{\"a\":1}")
                .expect(202);
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + certificate.id())
                .expect(204);
        SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(12)))
                .expect(403);

        String page = open("");

        assertThat(number(page, "imported")).isEqualTo(4);
        assertThat(number(page, "attempted")).isEqualTo(3);
        assertThat(number(page, "provisioned")).isEqualTo(2);
        assertThat(number(page, "reporting")).isEqualTo(1);
        assertThat(identifiers(page)).containsExactly(ImportFile.imei(12));
        assertThat(identifiers(open("&tab=progress&step=imported"))).containsExactly(ImportFile.imei(3));
        assertThat(identifiers(open("&tab=progress&step=attempted"))).containsExactly(ImportFile.imei(12));
        assertThat(identifiers(open("&tab=progress&step=provisioned"))).containsExactly(ImportFile.imei(1));
        assertThat(identifiers(open("&tab=progress&step=reporting"))).containsExactly(ImportFile.imei(2));
        assertThat(list()).contains("data-testid=\"joined-of\">2 of 4<", "aria-valuenow=\"50\"");
    }

    @Test
    void aPartThatThePageDoesNotHaveIsNotFound() {
        assertThat(manager.get(address("&tab=lost")).status()).isEqualTo(404);
        assertThat(manager.get(address("&step=lost")).status()).isEqualTo(404);
        assertThat(fleet.rival().portal().get(address("&tab=rows")).status()).isEqualTo(404);
    }

    @Test
    void aSearchInTheRowsFindsByIdentifierAndName() {
        SimulatedDevice device = SimulatedDevice.provision(server, fleet.newCertificate(), ImportFile.imei(2));
        String page = open("&tab=rows");
        assertThat(identifiers(page)).contains(ImportFile.imei(1), ImportFile.imei(3));
        assertThat(page).contains("data-testid=\"rows-found\">4 rows", "/organization/device.xhtml?id=" + device.id());
        assertThat(page.split("data-testid=\"delete-enrollment\"", -1)).hasSize(4);

        assertThat(search("DEVICE-1")).contains(ImportFile.imei(1), ImportFile.imei(12), ">2 rows");
        assertThat(search(ImportFile.imei(2).substring(0, 14)))
                .contains(ImportFile.imei(2), ">1 row")
                .doesNotContain(ImportFile.imei(1));
        assertThat(search("device_1")).contains("No rows match", ">0 rows");
    }

    @Test
    void aRowIsDeletedAfterThePageSaysWhatIsLost() {
        PortalPage page = PortalPage.open(manager, address("&tab=rows"));
        int gateway = enrollment(ImportFile.imei(1));

        String asked = post(page, "delete-row-body", Map.of("enrollment", Integer.toString(gateway)));

        assertThat(asked).contains(ImportFile.imei(1), ">1 peripheral behind this gateway", "&#34;asked&#34;:true");
        assertThat(fleet.enrollments()).isEqualTo(4);
        String deleted = post(page, "delete-row-confirm", Map.of());
        assertThat(deleted)
                .contains("The row is deleted", ">3 rows", "data-testid=\"funnel-imported\">3<")
                .doesNotContain(ImportFile.imei(1));
        assertThat(fleet.enrollments()).isEqualTo(3);
        assertThat(list()).contains("data-testid=\"joined-of\">0 of 3<");
    }

    @Test
    void aRowWhoseDeviceHasJoinedMeanwhileStays() {
        PortalPage page = PortalPage.open(manager, address("&tab=rows"));
        Map<String, String> row = Map.of("enrollment", Integer.toString(enrollment(ImportFile.imei(2))));
        post(page, "delete-row-body", row);
        SimulatedDevice.provision(server, fleet.newCertificate(), ImportFile.imei(2));

        assertThat(post(page, "delete-row-confirm", Map.of())).contains("Delete the device first.");
        assertThat(post(page, "delete-row-body", row)).contains("&#34;asked&#34;:false", "Delete the device first.");
        assertThat(fleet.enrollments()).isEqualTo(4);
    }

    @Test
    void anImportIsWithdrawnAsLongAsNothingHasJoined() {
        PortalPage page = PortalPage.open(manager, address(""));
        assertThat(page.html()).contains("data-testid=\"discard\"").doesNotContain("data-testid=\"withdraw-why\"");

        post(page, "discard-confirm", Map.of());

        assertThat(manager.get(address("")).status()).isEqualTo(404);
        assertThat(fleet.enrollments()).isZero();
    }

    @Test
    void thePageSaysWhyAnImportCannotBeWithdrawn() {
        PortalPage early = PortalPage.open(manager, address(""));
        SimulatedDevice.provision(server, fleet.newCertificate(), ImportFile.imei(2));

        String page = open("&tab=settings");

        assertThat(page)
                .contains("data-testid=\"withdraw-why\"", "cannot be withdrawn: 1 device has joined.")
                .doesNotContain("data-testid=\"discard\"");
        assertThat(post(early, "discard-confirm", Map.of()))
                .contains("are provisioned already", "cannot be withdrawn: 1 device has joined.");
        assertThat(fleet.enrollments()).isEqualTo(4);
    }

    @Test
    void aViewerReadsTheRowsAndDeletesNone() {
        PortalClient viewer = PortalClient.at(server)
                .logIn(
                        fleet.portalUser(
                                "ORGANIZATION_VIEWER", "\"organizationId\":\"" + fleet.organizationId() + "\""),
                        Fleet.CHOSEN);
        for (String tab : List.of("progress", "rows", "settings", "credentials")) {
            assertThat(viewer.get(address("&tab=" + tab)).expect(200).body())
                    .contains("data-testid=\"funnel\"")
                    .doesNotContain("data-testid=\"delete-enrollment\"", "musterAskRow", "data-testid=\"discard\"");
        }
        assertThat(identifiers(viewer.get(address("&tab=rows")).body())).contains(ImportFile.imei(12));
    }

    private String search(String text) {
        return post(PortalPage.open(manager, address("&tab=rows")), "rows-text", Map.of("rows-text", text));
    }

    /** Sends the request of a page that comes from this component or draws it again, with these fields changed. */
    private String post(PortalPage page, String component, Map<String, String> fields) {
        Map<String, String> request = page.requests().stream()
                .filter(one -> one.get("jakarta.faces.source").equals(component)
                        || one.get("jakarta.faces.partial.render").equals(component))
                .findFirst()
                .orElseThrow();
        request.remove("id");
        request.putAll(fields);
        return manager.background(page.path(), request).expect(200).body();
    }

    private int enrollment(String imei) {
        return fleet.organization()
                .get(fleet.organizationPath() + "/enrollments?identifier=" + imei)
                .expect(200)
                .items()
                .getJsonObject(0)
                .getInt("id");
    }

    private String open(String query) {
        return manager.get(address(query)).expect(200).body();
    }

    private String list() {
        return manager.get("/organization/imports.xhtml").expect(200).body();
    }

    private String address(String query) {
        return "/organization/import.xhtml?id=" + importId + query;
    }

    private static int number(String page, String step) {
        return Integer.parseInt(PortalClient.find("data-testid=\"funnel-" + step + "\">([0-9]+)<", page));
    }

    private static List<String> identifiers(String page) {
        return IDENTIFIER
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
