package dev.muster.it;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.RawMqttDevice;
import jakarta.json.JsonObject;
import java.io.IOException;

/**
 * A device that has credentials, and the organization that looks at it.
 *
 * @param proof the certificate that proved the device
 * @param answer of its provisioning
 */
record MqttFleet(Fleet fleet, Certificate proof, JsonObject answer) {

    static MqttFleet create(MusterServer server) {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        Certificate proof = fleet.newCertificate();
        return new MqttFleet(
                fleet,
                proof,
                SimulatedDevice.request(server.nobody(), Proof.fresh(proof, ImportFile.imei(1)))
                        .expect(201)
                        .json());
    }

    RawMqttDevice connect(MusterServer server, int version) throws IOException {
        return connect(server, version, 60, null);
    }

    /** @param will the payload of the last will; null if there is none */
    RawMqttDevice connect(MusterServer server, int version, int keepAlive, String will) throws IOException {
        return RawMqttDevice.connect(server, version, key(), token(), keepAlive, will);
    }

    /** What the device sends as its client id. */
    String clientId() {
        return answer.getJsonObject("credentials").getString("clientId");
    }

    String key() {
        return answer.getJsonObject("credentials").getString("accessKey");
    }

    String token() {
        return answer.getJsonObject("credentials").getString("accessToken");
    }

    String path() {
        return fleet.devicesPath() + "/" + answer.getString("deviceId");
    }

    /** What the API says of its session; null if it has never connected. */
    JsonObject session() {
        return session(fleet.organization());
    }

    /** @param organization at any server */
    JsonObject session(ApiClient organization) {
        return organization.get(path()).expect(200).json().getJsonObject("session");
    }

    String latest() {
        return fleet.organization()
                .get(path() + "/telemetry/latest")
                .expect(200)
                .body();
    }
}
