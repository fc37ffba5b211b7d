package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The numbers of the overview are those of the lists, whatever happened before. */
@OnBothDatabases
class OverviewIT {

    private static final String OVERVIEW = "/organization/overview.xhtml";

    /** Silent devices are counted once a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Parameter
    Database database;

    @TempDir
    Path directory;

    private MusterServer server;
    private Fleet fleet;
    private PortalClient manager;

    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        manager = fleet.portal();
    }

    @Test
    void theTilesSayWhatTheListsHaveAfterEachAct() {
        assertThat(overview()).contains("data-testid=\"welcome\"", "data-testid=\"all-well\"");
        String importId = commit(ImportFile.of(1, 6));
        assertAgreement(6, 0, 0);
        Certificate first = fleet.newCertificate();
        Certificate second = fleet.newCertificate();
        SimulatedDevice one = SimulatedDevice.provision(server, first, ImportFile.imei(1));
        SimulatedDevice.provision(server, first, ImportFile.imei(2));
        SimulatedDevice.provision(server, first, ImportFile.imei(3));
        assertAgreement(3, 3, 0);
        prove(second, ImportFile.imei(2), 200);
        delete(fleet.devicesPath() + "/" + deviceId(ImportFile.imei(3)));
        assertAgreement(4, 2, 0);
        one.report(1, "{\"a\":1}").expect(202);
        prove(second, ImportFile.imei(1), 409);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + first.id()).expect(204);
        assertAgreement(4, 1, 1);
        delete(fleet.organizationPath() + "/enrollments/" + enrollmentId(ImportFile.imei(6)));
        fleet.manufacturer()
                .delete(fleet.manufacturerPath() + "/identifiers/" + ImportFile.imei(5) + "?reason=mistake")
                .expect(204);
        assertAgreement(2, 1, 1);
        delete(fleet.importsPath() + "/" + commit(ImportFile.of(50, 3)));
        assertAgreement(2, 1, 1);
        assertThat(overview())
                .contains(
                        "?id=" + importId,
                        "2 of 4 joined",
                        "data-testid=\"sum-joins-day\">3<",
                        "data-testid=\"sum-joins-month\">3<",
                        "data-testid=\"sum-messages-day\">1<");
        assertTheSumsAreTheSame();
    }

    @Test
    void theApiHasTheNumbersOfThePages() {
        String importId = commit(ImportFile.of(1, 3));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1))
                .report(1, "{\"a\":1}")
                .expect(202);
        prove(certificate, ImportFile.imei(1), 409);
        JsonObject organization = fleet.organization()
                .get(fleet.organizationPath() + "/overview")
                .expect(200)
                .json();
        assertThat(organization.getInt("enrolled")).isEqualTo(3);
        assertThat(organization.getInt("expected")).isEqualTo(2);
        assertThat(organization.getInt("joined")).isEqualTo(1);
        assertThat(organization.getInt("silent")).isZero();
        assertThat(organization.getInt("invalidated")).isZero();
        assertThat(sum(organization.getJsonObject("joins"), "hours", 24)).isEqualTo(1);
        assertThat(sum(organization.getJsonObject("messages"), "days", 30)).isEqualTo(1);
        assertThat(refusal(organization)).isEqualTo("already-provisioned 1");
        assertThat(organization.getJsonArray("imports").getJsonObject(0).getString("id"))
                .isEqualTo(importId);
        JsonObject manufacturer = fleet.manufacturer()
                .get(fleet.manufacturerPath() + "/overview")
                .expect(200)
                .json();
        assertThat(manufacturer.getInt("devices")).isEqualTo(1);
        assertThat(manufacturer.getInt("organizations")).isEqualTo(1);
        assertThat(sum(manufacturer.getJsonObject("proofs").getJsonObject("refused"), "days", 30))
                .isEqualTo(1);
        assertThat(refusal(manufacturer)).isEqualTo("already-provisioned 1");
        fleet.manufacturer().get(fleet.organizationPath() + "/overview").expect(404);
        fleet.organization().get(fleet.manufacturerPath() + "/overview").expect(404);
    }

    private static int sum(JsonObject activity, String unit, int bars) {
        List<JsonObject> all = activity.getJsonArray(unit).getValuesAs(JsonObject.class);
        assertThat(all).hasSize(bars);
        return all.stream().mapToInt(bar -> bar.getInt("amount")).sum();
    }

    private static String refusal(JsonObject overview) {
        JsonObject first =
                overview.getJsonObject("refusals").getJsonArray("items").getJsonObject(0);
        return first.getString("outcome") + " " + first.getInt("attempts");
    }

    /** The timer moves all changes into the sums, and no number is another one then. */
    private void assertTheSumsAreTheSame() {
        if (database == Database.POSTGRESQL) {
            Await.until(
                    PATIENCE,
                    () -> Database.postgres()
                            .value("select count(*) from tally_change where organization_id = '"
                                    + fleet.organizationId() + "'"),
                    "0"::equals);
        }
        assertAgreement(2, 1, 1);
    }

    @Test
    void whatNeedsAttentionIsSaidWithItsReasonAndItsPage() {
        commit(ImportFile.of(1, 3));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1))
                .report(1, "{\"a\":1}")
                .expect(202);
        prove(certificate, ImportFile.imei(1), 409);
        String draft = fleet.upload(ImportFile.of(70, 2)).expect(201).text("id");
        fleet.manufacturer()
                .delete(fleet.certificatesPath() + "/" + certificate.id())
                .expect(204);

        String page = overview();

        assertThat(page)
                .contains(
                        "1 attempt refused in the last 24 hours: Already provisioned",
                        "/organization/attempts.xhtml?outcome=already-provisioned&amp;from=",
                        "1 device invalidated",
                        "deleted certificate “it”",
                        "/organization/devices.xhtml?certificate=" + certificate.id() + "&amp;state=invalidated",
                        "/organization/import.xhtml?id=" + draft)
                .doesNotContain("data-testid=\"all-well\"");
        String attempts = PortalClient.find("href=\"([^\"]*outcome=already-provisioned[^\"]*)\"", page)
                .replace("&amp;", "&");
        String list = manager.get(attempts).expect(200).body();
        assertThat(list.split("<tr data-ri=", -1)).hasSize(2);
        assertThat(list).contains(ImportFile.imei(1));
    }

    /** On H2 nobody can make a device older. */
    @Test
    void whatOnlyTimeChangesIsCountedByATimer() throws Exception {
        commit(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice device = SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
        OwnKey own = OwnKey.create(directory);
        String body = own.body(certificate, ImportFile.imei(1));
        String renewing = server.nobody()
                .post("/api/v1/provision/" + certificate.accessKey(), body)
                .expect(201)
                .text("deviceId");
        assertThat(tile("silent")).isZero();
        if (database == Database.POSTGRESQL) {
            Database.postgres()
                    .execute(
                            "update device set created_at = created_at - interval '2 days', seen_on = current_date - 2"
                                    + " where id = '" + device.id() + "'",
                            "update credential_certificate set not_after = now() + interval '9 days'"
                                    + " where device_id = '" + renewing + "'");
            Await.until(PATIENCE, () -> tile("silent"), silent -> silent == 1);
            assertThat(overview())
                    .contains(
                            "1 device is silent",
                            "Joined, but not heard from for 24 hours",
                            "1 device has a certificate that expires within 30 days");
            assertThat(total(fleet.devicesPath() + "?state=SILENT")).isEqualTo(1);
            assertThat(total(fleet.devicesPath() + "?state=EXPIRING")).isEqualTo(1);
            device.report(1, "{\"a\":1}").expect(202);
            Await.until(PATIENCE, () -> tile("silent"), silent -> silent == 0);
        }
    }

    @Test
    void aManufacturerSeesTheUseOfItsCertificates() {
        Fleet rival = fleet.rival();
        commit(ImportFile.of(1, 2));
        rival.enroll(ImportFile.of(10, 1));
        Certificate certificate = fleet.newCertificate();
        for (String imei : new String[] {ImportFile.imei(1), ImportFile.imei(2), ImportFile.imei(10)}) {
            SimulatedDevice.provision(server, certificate, imei);
        }
        prove(certificate, ImportFile.imei(99), 404);
        PortalClient maker = PortalClient.at(server)
                .logIn(
                        fleet.portalUser(
                                "MANUFACTURER_MANAGER", "\"manufacturerId\":\"" + fleet.manufacturerId() + "\""),
                        Fleet.CHOSEN);

        String page = maker.get("/manufacturer/overview.xhtml").expect(200).body();

        assertThat(number(page, "devices")).isEqualTo(3);
        assertThat(number(page, "organizations")).isEqualTo(2);
        assertThat(number(page, "active")).isEqualTo(1);
        assertThat(number(page, "sum-proofs-day")).isEqualTo(4);
        assertThat(page).contains("1 attempt refused in the last 24 hours: Not imported", "expires soon");
        assertThat(maker.get(OVERVIEW).status()).isEqualTo(403);
        assertThat(manager.get("/manufacturer/overview.xhtml").status()).isEqualTo(403);
        assertThat(manager.get("/administration/overview.xhtml").status()).isEqualTo(403);
    }

    private void assertAgreement(int expected, int joined, int invalidated) {
        String page = overview();
        assertThat(number(page, "expected")).isEqualTo(expected);
        assertThat(number(page, "joined")).isEqualTo(joined);
        assertThat(number(page, "invalidated")).isEqualTo(invalidated);
        int devices = total(fleet.devicesPath());
        assertThat(devices).isEqualTo(joined + invalidated);
        assertThat(total(fleet.devicesPath() + "?status=INVALIDATED")).isEqualTo(invalidated);
        assertThat(fleet.enrollments()).isEqualTo(expected + devices);
        String list = manager.get("/organization/expected.xhtml").expect(200).body();
        assertThat(list.split("<tr data-ri=", -1)).hasSize(expected + 1);
    }

    private String overview() {
        return manager.get(OVERVIEW).expect(200).body();
    }

    private int tile(String name) {
        return number(overview(), name);
    }

    private static int number(String page, String name) {
        return Integer.parseInt(PortalClient.find("data-testid=\"" + name + "\">([0-9,]+)<", page)
                .replace(",", ""));
    }

    private int total(String path) {
        return fleet.organization().get(path).expect(200).json().getInt("total");
    }

    private String commit(String csv) {
        String id = fleet.upload(csv).expect(201).text("id");
        fleet.commit(id).expect(200);
        return id;
    }

    private void prove(Certificate certificate, String imei, int status) {
        SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, imei)).expect(status);
    }

    private void delete(String path) {
        fleet.organization().delete(path).expect(204);
    }

    private String deviceId(String imei) {
        return first(fleet.devicesPath() + "?identifier=" + imei).getString("id");
    }

    private int enrollmentId(String imei) {
        return first(fleet.organizationPath() + "/enrollments?identifier=" + imei)
                .getInt("id");
    }

    private JsonObject first(String path) {
        return fleet.organization().get(path).expect(200).items().getJsonObject(0);
    }
}
