package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Devices are found by their states, and are sorted. */
@OnBothDatabases
class DeviceListIT {

    @Parameter
    Database database;

    private Fleet fleet;
    private Certificate certificate;
    private Certificate revoked;
    private SimulatedDevice reporting;
    private SimulatedDevice unheard;
    private SimulatedDevice suspended;
    private SimulatedDevice invalidated;

    @BeforeEach
    void fourDevicesJoin() {
        fleet = Fleet.create(database.server());
        fleet.enroll(
                "uniqueIdentifier,deviceName,deviceType\n%s,zebra,GATEWAY\n%s,Ant,STANDALONE\n%s,bee,STANDALONE\n%s,Cow,STANDALONE\n"
                        .formatted(ImportFile.imei(4), ImportFile.imei(2), ImportFile.imei(3), ImportFile.imei(1)));
        certificate = fleet.newCertificate();
        revoked = fleet.newCertificate();
        reporting = join(certificate, 4);
        unheard = join(certificate, 2);
        suspended = join(certificate, 3);
        invalidated = join(revoked, 1);
        reporting.report(1, "{\"a\":1}").expect(202);
        fleet.organization()
                .post(fleet.devicesPath() + "/" + suspended.id() + "/suspend", "")
                .expect(200);
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + revoked.id());
    }

    @Test
    void aStateFindsItsDevices() {
        assertThat(names("state=JOINED")).containsExactly("bee", "Ant", "zebra");
        assertThat(names("state=REPORTING")).containsExactly("zebra");
        assertThat(names("state=SILENT")).isEmpty();
        assertThat(names("state=UNHEARD")).containsExactly("bee", "Ant");
        assertThat(names("state=SUSPENDED")).containsExactly("bee");
        assertThat(names("state=INVALIDATED")).containsExactly("Cow");
        assertThat(names("status=PROVISIONED")).containsExactly("bee", "Ant");
        assertThat(names("certificate=" + revoked.id())).containsExactly("Cow");
        assertProblem(get("state=QUIET"), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aDataModelFindsItsDevices() {
        String model = fleet.organization()
                .post(fleet.organizationPath() + "/device-models", "{\"name\":\"it\"}")
                .expect(201)
                .text("id");
        fleet.organization()
                .send(fleet.organization()
                        .request(fleet.devicesPath() + "/" + unheard.id() + "/model")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"model\":\"" + model + "\"}")))
                .expect(200);

        assertThat(names("model=" + model)).containsExactly("Ant");
    }

    @Test
    void aListHasTheOrderThatIsAskedFor() {
        assertThat(names("")).containsExactly("Cow", "bee", "Ant", "zebra");
        assertThat(names("sort=createdAt")).containsExactly("zebra", "Ant", "bee", "Cow");
        assertThat(names("sort=name")).containsExactly("Ant", "bee", "Cow", "zebra");
        assertThat(names("sort=-name")).containsExactly("zebra", "Cow", "bee", "Ant");
        assertThat(names("sort=uniqueIdentifier")).containsExactly("Cow", "Ant", "bee", "zebra");
        assertThat(names("sort=-lastUsedAt").getFirst()).isEqualTo("zebra");
        assertThat(names("sort=lastUsedAt").getLast()).isEqualTo("zebra");
        assertThat(names("sort=name&state=JOINED&page=1&size=2")).containsExactly("zebra");
        assertProblem(get("sort=accessKey"), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void whoWasNotHeardFromForADayIsSilent() throws SQLException {
        assumeTrue(database == Database.POSTGRESQL, "the other database is its server's alone");
        age(reporting, "last_used_at = now() - interval '25 hours', seen_on = current_date - 1");
        age(unheard, "created_at = now() - interval '23 hours', seen_on = current_date - 1");
        age(suspended, "created_at = now() - interval '9 days', seen_on = current_date - 9");
        age(invalidated, "created_at = now() - interval '9 days', seen_on = current_date - 9");

        assertThat(names("state=SILENT&sort=lastUsedAt")).containsExactly("bee", "zebra");
        assertThat(names("state=REPORTING")).isEmpty();
        reporting.report(2, "{\"a\":1}").expect(202);
        assertThat(names("state=SILENT")).containsExactly("bee");
    }

    private static void age(SimulatedDevice device, String times) throws SQLException {
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update device set " + times + " where id = '" + device.id() + "'");
        }
    }

    @Test
    void thePageShowsWhatItsAddressAsksFor() {
        PortalClient portal = fleet.portal();
        String page = "/organization/devices.xhtml";
        assertThat(portal.get(page + "?state=silent").expect(200).body()).contains("No devices match");
        assertThat(portal.get(page + "?state=unheard&sort=name").expect(200).body())
                .contains("Ant", "bee", "2 devices", "Remove the filter State: Never heard")
                .doesNotContain("zebra");
        assertThat(portal.get(page + "?certificate=" + revoked.id()).expect(200).body())
                .contains("Remove the filter Certificate: it")
                .doesNotContain("zebra");
        for (String wrong : List.of("state=quiet", "import=x", "page=0", "sort=x", "certificate=x")) {
            assertThat(portal.get(page + "?" + wrong).status()).as(wrong).isEqualTo(404);
        }
    }

    private SimulatedDevice join(Certificate by, int serial) {
        return SimulatedDevice.provision(database.server(), by, ImportFile.imei(serial));
    }

    private List<String> names(String query) {
        return get(query).expect(200).items().getValuesAs(JsonObject.class).stream()
                .map(device -> device.getString("name"))
                .toList();
    }

    private Answer get(String query) {
        return fleet.organization().get(fleet.devicesPath() + "?" + query);
    }
}
