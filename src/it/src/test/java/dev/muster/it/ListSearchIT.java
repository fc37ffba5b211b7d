package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every list is searched by a part of what it shows, without regard to case, and finds nothing for what is not there. */
@OnBothDatabases
class ListSearchIT {

    /** Neither a percent sign nor an underscore stands for anything but itself. */
    private static final List<String> NOWHERE = List.of("search=no+such+thing", "search=%25", "search=device_1");

    @Parameter
    Database database;

    private Fleet fleet;

    private String importId;

    @BeforeEach
    void makeDevices() {
        fleet = Fleet.create(database.server());
        importId = Draft.committedFour(fleet).id();
    }

    @Test
    void aDeviceIsFoundByItsWholeIdentifierAndNoOtherIs() {
        Certificate certificate = fleet.newCertificate();
        for (int serial : List.of(1, 2, 12)) {
            SimulatedDevice.provision(database.server(), certificate, ImportFile.imei(serial));
        }
        String devices = fleet.devicesPath();
        assertThat(total(devices, "identifier=" + ImportFile.imei(2))).isEqualTo(1);
        assertThat(total(devices, "identifier=" + ImportFile.imei(2).substring(0, 14)))
                .isEqualTo(1);
        assertThat(total(devices, "identifier=" + ImportFile.imei(2).substring(0, 8)))
                .isZero();
        assertThat(total(devices, "identifier=" + ImportFile.imei(7))).isZero();
        assertThat(total(devices, "identifier=" + ImportFile.imei(2) + "&type=GATEWAY"))
                .isZero();
        assertThat(total(devices, "search=DEVICE-1")).isEqualTo(2);
        assertThat(fleet.organization()
                        .get(devices + ".csv?identifier=" + ImportFile.imei(12))
                        .expect(200)
                        .body())
                .hasLineCount(2);
        assertThat(total(
                        fleet.organizationPath() + "/attempts",
                        "search=" + ImportFile.imei(12).substring(5, 14)))
                .isEqualTo(1);
        assertThat(total(
                        fleet.organizationPath() + "/attempts",
                        "search=" + ImportFile.imei(2).substring(0, 14)))
                .isEqualTo(1);
    }

    @Test
    void aBlankIdentifierFindsNotAllButIsRefused() {
        for (String list : List.of("/devices", "/enrollments", "/attempts")) {
            for (String blank : List.of("", "+", "%C2%A0", "%E2%80%8B")) {
                Answer refused = fleet.organization().get(fleet.organizationPath() + list + "?identifier=" + blank);
                assertProblem(refused, 422, ProblemCode.VALIDATION_FAILED);
            }
        }
    }

    @Test
    void theOrganizationsListsAreSearched() {
        String own = fleet.organizationPath();
        assertThat(total(own + "/enrollments", "search=device-1")).isEqualTo(2);
        assertThat(total(own + "/enrollments", "search=" + ImportFile.imei(12))).isEqualTo(1);
        assertThat(total(own + "/enrollments", "import=" + importId + "&search=device-1"))
                .isEqualTo(2);
        assertThat(total(own + "/enrollments", "import=" + UUID.randomUUID())).isZero();
        assertThat(total(own + "/enrollments", "identifier=" + ImportFile.imei(12)))
                .isEqualTo(1);
        assertThat(total(own + "/imports", "search=MAKER")).isEqualTo(1);
        assertThat(total(own + "/imports", "status=COMMITTED")).isEqualTo(1);
        assertThat(total(own + "/imports", "status=DRAFT")).isZero();
        assertThat(total(own + "/imports/" + importId + "/rows", "search=Device-1"))
                .isEqualTo(2);
        assertThat(total(own + "/imports/" + importId + "/funnel/stuck", "step=IMPORTED&search=DEVICE-1"))
                .isEqualTo(2);
        fleet.organization()
                .post(own + "/device-models", "{\"name\":\"Pump\",\"unknownKeys\":\"REFUSE\"}")
                .expect(201);
        assertThat(total(own + "/device-models", "search=pUM")).isEqualTo(1);
        assertProblem(fleet.organization().get(own + "/imports?status=draft"), 422, ProblemCode.VALIDATION_FAILED);
        String both = own + "/imports/" + importId + "/rows?search=a&contains=a";
        assertProblem(fleet.organization().get(both), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void whatIsNowhereIsNotFound() {
        SimulatedDevice device =
                SimulatedDevice.provision(database.server(), fleet.newCertificate(), ImportFile.imei(1));
        String own = fleet.organizationPath();
        String path = own + "/devices/" + device.id();
        for (String list : List.of(
                own + "/devices",
                own + "/enrollments",
                own + "/attempts",
                own + "/imports",
                own + "/imports/" + importId + "/rows",
                own + "/imports/" + importId + "/funnel/stuck",
                own + "/notices",
                own + "/approvals",
                own + "/device-models",
                path + "/peripherals",
                path + "/certificates",
                "/api/v1/tokens")) {
            NOWHERE.forEach(query -> assertThat(total(list, query)).as(list).isZero());
        }
        assertThat(total(path + "/peripherals", "search=DEVICE-3")).isEqualTo(1);
        assertThat(total("/api/v1/tokens", "search=TEST")).isEqualTo(1);
    }

    @Test
    void theListsOfAdministratorsAndManufacturersAreSearched() {
        ApiClient admin = database.server().administratorByToken();
        String name = fleet.organizationName();
        for (String list : List.of("organizations", "manufacturers", "users")) {
            for (String nowhere : List.of("no such thing", name + "%", name.replace(' ', '_'))) {
                assertThat(total(admin, "/api/v1/" + list, "search=" + Draft.encoded(nowhere)))
                        .isZero();
            }
        }
        assertThat(total(admin, "/api/v1/organizations", "search=" + Draft.encoded(name.toLowerCase())))
                .isEqualTo(1);
        assertThat(total(admin, "/api/v1/users", "search=USER+")).isPositive();
        assertThat(total(admin, "/api/v1/manufacturers", "search=maker")).isPositive();
        fleet.newCertificate();
        String certificates = fleet.certificatesPath();
        assertThat(total(fleet.manufacturer(), certificates, "search=")).isEqualTo(1);
        NOWHERE.forEach(query ->
                assertThat(total(fleet.manufacturer(), certificates, query)).isZero());
        String allowed = "/api/v1/manufacturers/" + fleet.manufacturerId() + "/allowed-organizations";
        fleet.manufacturer().put(allowed + "/" + fleet.organizationId(), "").expect(204);
        assertThat(total(fleet.manufacturer(), allowed, "search=" + Draft.encoded(name.toUpperCase())))
                .isEqualTo(1);
        NOWHERE.forEach(
                query -> assertThat(total(fleet.manufacturer(), allowed, query)).isZero());
        assertProblem(admin.get("/api/v1/manufacturers?search=a&name=a"), 422, ProblemCode.VALIDATION_FAILED);
    }

    private int total(String list, String query) {
        return total(fleet.organization(), list, query);
    }

    /** How many there are; as many as are on the first page, which has room for them. */
    private static int total(ApiClient client, String list, String query) {
        JsonObject page = client.get(list + "?size=500&" + query).expect(200).json();
        assertThat(page.keySet()).containsExactlyInAnyOrder("items", "total");
        assertThat(page.getInt("total"))
                .isGreaterThanOrEqualTo(page.getJsonArray("items").size());
        return page.getInt("total");
    }
}
