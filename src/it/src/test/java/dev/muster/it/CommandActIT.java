package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The same command to many devices: by the API, and part by part by the list of devices. */
@OnBothDatabases
class CommandActIT {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    @Parameter
    Database database;

    private Fleet fleet;
    private String one;
    private String two;

    @BeforeEach
    void twoDevicesJoin() {
        MusterServer server = database.server();
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2));
        Certificate certificate = fleet.newCertificate();
        one = SimulatedDevice.provision(server, certificate, ImportFile.imei(1)).id();
        two = SimulatedDevice.provision(server, certificate, ImportFile.imei(2)).id();
    }

    @Test
    void eachDeviceGetsTheCommandUnlessTooManyWait() {
        for (int i = 1; i <= 100; i++) {
            fleet.organization()
                    .post(fleet.devicesPath() + "/" + one + "/commands", "{\"data\":{}}")
                    .expect(201);
        }
        List<String> outcomes = act(
                        ",\"data\":{\"n\":1},\"expiresAt\":\"" + Instant.now().plusSeconds(600) + "\"")
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(outcome -> outcome.getString("outcome"))
                .toList();
        assertThat(outcomes).containsExactly("queue-full", "not-found", "done");
        assertThat(total(one)).isEqualTo(100);
        assertThat(total(two)).isEqualTo(1);
    }

    @Test
    void whatIsMissingOrForAnotherActIsRefused() {
        act("").expect(422);
        act(",\"data\":[]").expect(422);
        act(",\"data\":{},\"expiresAt\":\"2020-01-01T00:00:00Z\"").expect(422);
        fleet.organization()
                .post(
                        fleet.devicesPath() + "/acts",
                        "{\"act\":\"SUSPEND\",\"deviceIds\":[\"%s\"],\"data\":{}}".formatted(one))
                .expect(422);
        assertThat(total(one)).isZero();
    }

    @Test
    void aPartThatIsAskedForAgainSendsNothingTwice() {
        PortalClient portal = fleet.portal();
        String token = PortalClient.find(
                "id=\"act-token\"[^>]*data-token=\"([^\"]+)\"",
                portal.get("/organization/devices.xhtml").expect(200).body());
        String query = "/devices/acts?act=COMMAND&life=WEEK&request=" + UUID.randomUUID() + "&after=";
        String start = Instant.now().plusSeconds(60).toString();
        for (int time = 1; time <= 2; time++) {
            JsonObject part = part(portal, query + start, token, "\n{\"n\": 1}")
                    .expect(200)
                    .json();
            assertThat(part.getInt("entries")).isEqualTo(2);
            assertThat(part.getJsonArray("failures")).isEmpty();
        }
        assertThat(total(one)).isEqualTo(1);
        assertThat(part(portal, query, token, one + "\n{\"n\": }").expect(404).body())
                .contains("line 1, column 7");
        assertThat(part(portal, query, token, one).status()).isEqualTo(404);
        assertThat(part(portal, query.replace("WEEK", "YEAR"), token, one + "\n{}")
                        .status())
                .isEqualTo(404);
        part(portal, query.replaceFirst("request=[^&]+", "request=" + UUID.randomUUID()), token, two + "\n{}")
                .expect(200);
        assertThat(total(one)).isEqualTo(1);
        assertThat(total(two)).isEqualTo(2);
    }

    private Answer act(String more) {
        return fleet.organization()
                .post(
                        fleet.devicesPath() + "/acts",
                        "{\"act\":\"SEND_COMMAND\",\"deviceIds\":[\"%s\",\"%s\",\"%s\"]%s}"
                                .formatted(one, UNKNOWN, two, more));
    }

    private static Answer part(PortalClient portal, String address, String token, String body) {
        return portal.send(portal.request(address)
                .header("X-CSRF-Token", token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body)));
    }

    private int total(String device) {
        return fleet.organization()
                .get(fleet.devicesPath() + "/" + device + "/commands")
                .expect(200)
                .json()
                .getInt("total");
    }
}
