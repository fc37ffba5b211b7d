package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of an import: its devices are found by what is known of them, and who is stuck is told with the reason. */
@OnBothDatabases
class FunnelIT {

    private static final String FILE =
            """
            uniqueIdentifier,deviceName,deviceType
            %s,Crane 100%%,GATEWAY
            %s,crane_2,STANDALONE
            %s,Truck,STANDALONE
            %s,Truck two,STANDALONE
            """.formatted(ImportFile.imei(1), ImportFile.imei(2), ImportFile.imei(3), ImportFile.imei(4));

    @Parameter
    Database database;

    private MusterServer server;
    private Fleet fleet;
    private String importId;

    /** The first has reported, the second is silent, the third was refused, the fourth was never switched on. */
    @BeforeEach
    void fourDevicesComeDifferentlyFar() {
        server = database.server();
        fleet = Fleet.create(server);
        importId = fleet.upload(FILE).expect(201).text("id");
        fleet.commit(importId).expect(200);
        Certificate certificate = fleet.newCertificate();
        SimulatedDevice.provision(server, certificate, ImportFile.imei(1))
                .report(1, "{\"on\":true}")
                .expect(202);
        SimulatedDevice.provision(server, certificate, ImportFile.imei(2));
        Certificate used = fleet.newCertificate("\"maxDevices\":1");
        fleet.manufacturer().delete(fleet.certificatesPath() + "/" + used.id());
        SimulatedDevice.request(server.nobody(), Proof.fresh(used, ImportFile.imei(3)))
                .expect(403);
    }

    @Test
    void theFunnelCountsEachStepWithThoseThatWentOn() {
        JsonObject funnel = fleet.organization().get(funnelPath()).expect(200).json();
        assertThat(funnel.getInt("imported")).isEqualTo(4);
        assertThat(funnel.getInt("attempted")).isEqualTo(3);
        assertThat(funnel.getInt("provisioned")).isEqualTo(2);
        assertThat(funnel.getInt("firstTelemetry")).isEqualTo(1);
    }

    @Test
    void whoIsStuckIsToldWithTheLastOutcome() {
        JsonObject refused = only(stuck("ATTEMPTED"));
        assertThat(refused.getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(3));
        assertThat(refused.getString("deviceName")).isEqualTo("Truck");
        assertThat(refused.getString("outcome")).isEqualTo("certificate-revoked");
        assertThat(refused.getString("attemptedAt")).isNotBlank();
        JsonObject untried = only(stuck("IMPORTED"));
        assertThat(untried.getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(4));
        assertThat(untried).doesNotContainKey("outcome");
        assertThat(only(stuck("PROVISIONED")).getString("outcome")).isEqualTo("provisioned");
        assertThat(only(stuck("REPORTING")).getString("uniqueIdentifier")).isEqualTo(ImportFile.imei(1));
        assertProblem(stuck("LOST"), 422, ProblemCode.VALIDATION_FAILED);
    }

    @Test
    void aDraftHasNobodyOnTheWay() {
        String draft = fleet.upload(ImportFile.of(50, 2)).expect(201).text("id");
        JsonObject funnel = fleet.organization()
                .get(fleet.importsPath() + "/" + draft + "/funnel")
                .expect(200)
                .json();
        assertThat(funnel.values()).allSatisfy(number -> assertThat(number).hasToString("0"));
    }

    @Test
    void anotherOrganizationFindsNothing() {
        Fleet rival = fleet.rival();
        assertProblem(rival.organization().get(funnelPath()), 404, ProblemCode.NOT_FOUND);
        assertThat(rival.organization()
                        .get(rival.devicesPath() + "?import=" + importId)
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void everyFilterOfDevicesFindsWhatItSays() {
        assertThat(devices("")).containsExactly("crane_2", "Crane 100%");
        assertThat(devices("search=CRANE")).containsExactly("crane_2", "Crane 100%");
        assertThat(devices("search=" + encode("0%"))).containsExactly("Crane 100%");
        assertThat(devices("search=" + encode("e_2"))).containsExactly("crane_2");
        assertThat(devices("search=" + ImportFile.imei(1).substring(0, 14))).containsExactly("Crane 100%");
        assertThat(devices("search=" + encode(" " + ImportFile.imei(2) + " "))).containsExactly("crane_2");
        assertThat(devices("status=ACTIVE")).containsExactly("Crane 100%");
        assertThat(devices("status=PROVISIONED")).containsExactly("crane_2");
        assertThat(devices("status=INVALIDATED")).isEmpty();
        assertThat(devices("credentialStatus=ACTIVE")).containsExactly("Crane 100%");
        assertThat(devices("credentialStatus=INACTIVE&search=crane")).containsExactly("crane_2");
        assertThat(devices("credentialStatus=SUSPENDED")).isEmpty();
        assertThat(devices("credentialStatus=REVOKED")).isEmpty();
        assertThat(devices("type=GATEWAY&search=crane")).containsExactly("Crane 100%");
        assertThat(devices("import=" + importId)).hasSize(2);
        assertThat(devices("manufacturer=" + fleet.manufacturerId())).hasSize(2);
        assertThat(devices("manufacturer=" + importId)).isEmpty();
    }

    /** The device's status is what became of it, the credentials' is what became of the present ones. */
    @Test
    void whoGetsNewCredentialsIsAsActiveAsBefore() {
        String crane = fleet.organization()
                .get(fleet.devicesPath() + "?status=ACTIVE")
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        fleet.organization()
                .post(fleet.devicesPath() + "/" + crane + "/credentials", "")
                .expect(200);
        assertThat(devices("status=ACTIVE")).containsExactly("Crane 100%");
        assertThat(devices("status=PROVISIONED")).containsExactly("crane_2");
        assertThat(devices("credentialStatus=ACTIVE")).isEmpty();
        assertThat(devices("credentialStatus=INACTIVE")).containsExactly("crane_2", "Crane 100%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=active", "credentialStatus=LOST", "type=TOASTER", "manufacturer=Acme", "import=1"})
    void whatIsNoFilterIsRefused(String query) {
        assertProblem(fleet.organization().get(fleet.devicesPath() + "?" + query), 422, ProblemCode.VALIDATION_FAILED);
    }

    private List<String> devices(String query) {
        return fleet.organization().get(fleet.devicesPath() + "?" + query).expect(200).items().stream()
                .map(one -> ((JsonString) one.asJsonObject().get("name")).getString())
                .toList();
    }

    private Answer stuck(String step) {
        return fleet.organization().get(funnelPath() + "/stuck?step=" + step);
    }

    private String funnelPath() {
        return fleet.importsPath() + "/" + importId + "/funnel";
    }

    private static JsonObject only(Answer answer) {
        assertThat(answer.expect(200).json().getInt("total"))
                .as(answer.toString())
                .isEqualTo(1);
        return answer.items().getJsonObject(0);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
