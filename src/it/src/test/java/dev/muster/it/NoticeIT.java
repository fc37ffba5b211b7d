package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Whoever has devices of a certificate is told at once what becomes of it, and nobody else is. */
@OnBothDatabases
class NoticeIT {

    private static final String DEVICES = "/organization/devices.xhtml";

    private static final String BANNER = "data-testid=\"notices-banner\"";

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private Fleet rival;
    private Fleet spared;
    private Certificate certificate;
    private Certificate other;
    private String path;

    /** The certificate has proved two devices of one organization and one of another; a third one has none of them. */
    @BeforeEach
    void makeTenants() {
        server = database.server();
        fleet = Fleet.create(server);
        rival = fleet.rival();
        spared = fleet.rival();
        fleet.enroll(ImportFile.of(1, 3));
        rival.enroll(ImportFile.of(10, 1));
        spared.enroll(ImportFile.of(20, 3));
        certificate = fleet.newCertificate();
        other = fleet.newCertificate();
        path = fleet.certificatesPath() + "/" + certificate.id();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1));
        SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
        SimulatedDevice.provision(server, certificate, ImportFile.imei(10));
        SimulatedDevice.provision(server, other, ImportFile.imei(20));
    }

    @Test
    void aDeletedCertificateIsToldToEachOrganizationWithItsOwnNumber() {
        fleet.manufacturer().delete(path + "?reason=KEY_COMPROMISE").expect(204);

        JsonObject told = only(fleet);
        assertThat(told.getString("kind")).isEqualTo("CERTIFICATE_DELETED");
        assertThat(told.getJsonObject("certificate").getString("id")).isEqualTo(certificate.id());
        assertThat(told.getJsonObject("certificate").getString("name")).isEqualTo("it");
        assertThat(told.getJsonObject("manufacturer").getString("id")).isEqualTo(fleet.manufacturerId());
        assertThat(told.getString("revocationReason")).isEqualTo("KEY_COMPROMISE");
        assertThat(time(told, "effectiveAt")).isAfter(Instant.now().minusSeconds(60));
        assertDevices(told, 2, 2);
        assertThat(told.keySet())
                .doesNotContain(
                        "uniqueIdentifier",
                        "deviceName",
                        "releasedBy",
                        "releasedAt",
                        "deviceDeleted",
                        "reason",
                        "readAt");
        assertDevices(only(rival), 1, 1);
        assertThat(notices(spared, "")).isEmpty();

        fleet.manufacturer().delete(path).expect(204);
        assertThat(only(fleet)).isEqualTo(told);
        proveByTheOther(1);
        assertDevices(only(fleet), 2, 1);
    }

    @Test
    void eachPageOfTheOrganizationSaysSoUntilAManagerHasReadIt() {
        fleet.manufacturer().delete(path + "?reason=SUPERSEDED").expect(204);
        PortalClient manager = fleet.portal();

        assertThat(page(manager, DEVICES))
                .contains(BANNER, "deleted certificate “it”", "refuses 2 devices of your organization");
        assertThat(page(manager, "/organization/settings.xhtml")).contains(BANNER);
        assertThat(page(manager, "/account/profile.xhtml")).doesNotContain(BANNER);
        assertThat(page(manager, "/organization/overview.xhtml")).contains("1 notice is not read");
        assertThat(page(manager, "/organization/notices.xhtml"))
                .contains(
                        "Another certificate takes its place",
                        "Let these devices prove themselves with another certificate.",
                        "devices.xhtml?certificate=" + certificate.id() + "&amp;state=invalidated",
                        "data-testid=\"read\"");
        assertThat(page(spared.portal(), DEVICES)).doesNotContain(BANNER);
        assertThat(unreadOfOverview(fleet)).isEqualTo(1);

        fleet.organization().post(readPath(only(fleet)), "").expect(204);
        fleet.organization().post(readPath(only(fleet)), "").expect(204);

        assertThat(notices(fleet, "?unread=true")).isEmpty();
        assertThat(only(fleet).containsKey("readAt")).isTrue();
        assertThat(page(manager, DEVICES)).doesNotContain(BANNER);
        assertThat(unreadOfOverview(fleet)).isZero();
        assertThat(notices(rival, "?unread=true")).hasSize(1);
    }

    @Test
    void aPlanIsToldAndTheNoticeFollowsIt() {
        Instant first = soon(1);
        plan(first);
        JsonObject planned = only(fleet);
        assertThat(time(planned, "effectiveAt")).isEqualTo(first);
        assertThat(page(fleet.portal(), DEVICES)).contains("will delete certificate “it”");
        read(fleet, planned).expect(204);
        plan(first);
        assertThat(notices(fleet, "?unread=true")).isEmpty();

        Instant second = soon(2);
        plan(second);

        JsonObject moved = only(fleet);
        assertThat(moved.getString("id")).isEqualTo(planned.getString("id"));
        assertThat(time(moved, "effectiveAt")).isEqualTo(second);
        assertThat(moved.containsKey("readAt")).isFalse();
        assertProblem(read(fleet, planned), 409, ProblemCode.CONFLICT);
        assertThat(notices(fleet, "?unread=true")).hasSize(1);
        read(fleet, moved).expect(204);

        fleet.manufacturer().delete(path + "/revocation").expect(204);

        JsonObject withdrawn = only(fleet);
        assertThat(time(withdrawn, "withdrawnAt")).isAfter(Instant.now().minusSeconds(60));
        assertThat(withdrawn.containsKey("readAt")).isFalse();
        assertThat(page(fleet.portal(), DEVICES))
                .contains("keeps certificate “it”", "The plan to delete it is cancelled.");
        assertThat(only(rival).containsKey("withdrawnAt")).isTrue();
        assertThat(notices(spared, "")).isEmpty();
    }

    @Test
    void whatIsDeletedEarlierThanPlannedIsToldAsItIs() {
        plan(soon(1));
        fleet.manufacturer().delete(path + "/revocation").expect(204);
        plan(soon(2));
        assertThat(only(fleet).containsKey("withdrawnAt")).isFalse();

        fleet.manufacturer().delete(path + "?reason=KEY_COMPROMISE").expect(204);

        JsonObject told = only(fleet);
        assertThat(time(told, "effectiveAt")).isBefore(Instant.now().plusSeconds(60));
        assertThat(told.getString("revocationReason")).isEqualTo("KEY_COMPROMISE");
        assertThat(page(fleet.portal(), DEVICES)).contains("deleted certificate “it”");
    }

    /** The notice stays true, and those who have nothing to do with it any more are not called again. */
    @Test
    void whoseDevicesHaveLeftIsNotCalledAgain() {
        plan(soon(1));
        proveByTheOther(10);
        assertDevices(only(rival), 1, 0);
        read(rival, only(rival)).expect(204);

        fleet.manufacturer().delete(path).expect(204);

        assertThat(time(only(rival), "effectiveAt")).isBefore(Instant.now().plusSeconds(60));
        assertDevices(only(rival), 0, 0);
        assertThat(only(rival).containsKey("readAt")).isTrue();
        assertThat(notices(fleet, "?unread=true")).hasSize(1);
    }

    @Test
    void whoseFirstDeviceJoinsUnderAPlanIsTold() {
        Instant at = soon(1);
        plan(at);
        assertThat(notices(spared, "")).isEmpty();

        SimulatedDevice.provision(server, certificate, ImportFile.imei(21));
        SimulatedDevice.provision(server, certificate, ImportFile.imei(22));

        assertThat(time(only(spared), "effectiveAt")).isEqualTo(at);
        assertDevices(only(spared), 1, 2);
        assertDevices(only(fleet), 2, 2);
        fleet.manufacturer().delete(path).expect(204);
        assertDevices(only(spared), 2, 2);
    }

    @Test
    void whoOnlyReadsSeesItAndMarksNothing() {
        fleet.manufacturer().delete(path).expect(204);
        String viewer =
                fleet.portalUser("ORGANIZATION_VIEWER", "\"organizationId\":\"" + fleet.organizationId() + "\"");
        ApiClient api = server.nobody().basic(viewer, Fleet.CHOSEN).withNewToken();

        assertThat(api.get(fleet.organizationPath() + "/notices").expect(200).items())
                .hasSize(1);
        assertProblem(api.post(readPath(only(fleet)), ""), 403, ProblemCode.FORBIDDEN);
        assertProblem(rival.organization().post(readPath(only(fleet)), ""), 404, ProblemCode.NOT_FOUND);
        assertProblem(fleet.manufacturer().post(readPath(only(fleet)), ""), 404, ProblemCode.NOT_FOUND);
        PortalClient portal = PortalClient.at(server).logIn(viewer, Fleet.CHOSEN);
        assertThat(page(portal, DEVICES)).contains(BANNER);
        assertThat(page(portal, "/organization/notices.xhtml"))
                .contains(">Unread<")
                .doesNotContain("data-testid=\"read\"", "Mark all as read");
        assertThat(notices(fleet, "?unread=true")).hasSize(1);
    }

    /** Its devices go on, but those that are expected cannot join. */
    @Test
    void aSuspendedManufacturerIsToldUntilTheSuspensionEnds() {
        ApiClient admin = server.administratorByToken();
        Fleet stranger = Fleet.create(server);
        admin.post(fleet.manufacturerPath() + "/suspend", "").expect(200);
        admin.post(fleet.manufacturerPath() + "/suspend", "").expect(200);

        JsonObject told = only(fleet);
        assertThat(told.getString("kind")).isEqualTo("MANUFACTURER_SUSPENDED");
        assertThat(told.getInt("devices")).isEqualTo(2);
        assertThat(told.keySet()).doesNotContain("certificate", "revocationReason", "devicesNow", "withdrawnAt");
        assertThat(only(spared).getInt("devices")).isEqualTo(1);
        assertThat(notices(stranger, "")).isEmpty();
        assertThat(page(fleet.portal(), DEVICES)).contains(BANNER, "is suspended");
        read(fleet, told).expect(204);

        admin.patch(fleet.manufacturerPath(), "{\"suspended\":false}", null).expect(200);

        JsonObject ended = only(fleet);
        assertThat(ended.containsKey("withdrawnAt")).isTrue();
        assertThat(ended.containsKey("readAt")).isFalse();
        assertThat(page(fleet.portal(), DEVICES)).contains("is no longer suspended");
        admin.patch(fleet.manufacturerPath(), "{\"suspended\":true}", null).expect(200);
        assertThat(notices(fleet, "")).hasSize(2);
        assertThat(notices(fleet, "?search=nothing+like+this")).isEmpty();
    }

    private void plan(Instant at) {
        fleet.manufacturer().delete(path + "?reason=SUPERSEDED&at=" + at).expect(200);
    }

    private static Instant soon(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MILLIS);
    }

    private void proveByTheOther(int number) {
        SimulatedDevice.request(server.nobody(), Proof.fresh(other, ImportFile.imei(number)))
                .expect(200);
    }

    private static void assertDevices(JsonObject notice, int devices, int devicesNow) {
        assertThat(notice.getInt("devices")).isEqualTo(devices);
        assertThat(notice.getInt("devicesNow")).isEqualTo(devicesNow);
    }

    private static Instant time(JsonObject notice, String member) {
        return Instant.parse(notice.getString(member));
    }

    private static Answer read(Fleet by, JsonObject notice) {
        return by.organization()
                .post(
                        by.organizationPath() + "/notices/" + notice.getString("id") + "/read?writtenAt="
                                + notice.getString("writtenAt"),
                        "");
    }

    private String readPath(JsonObject notice) {
        return fleet.organizationPath() + "/notices/" + notice.getString("id") + "/read";
    }

    private static JsonObject only(Fleet of) {
        List<JsonObject> all = notices(of, "");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<JsonObject> notices(Fleet of, String query) {
        return of.organization()
                .get(of.organizationPath() + "/notices" + query)
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class);
    }

    private static int unreadOfOverview(Fleet of) {
        return of.organization()
                .get(of.organizationPath() + "/overview")
                .expect(200)
                .json()
                .getJsonObject("attention")
                .getInt("unreadNotices");
    }

    private static String page(PortalClient portal, String page) {
        return portal.get(page).expect(200).body();
    }
}
