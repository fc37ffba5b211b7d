package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;

/** A device after its provisioning: it knows its credentials and nothing else. */
record SimulatedDevice(String id, String identifier, ApiClient client) {

    /** In milliseconds since the epoch. */
    private static final long FIRST_MESSAGE = 1_764_000_000_000L;

    /** The device that an answer to a provision request made. */
    static SimulatedDevice of(MusterServer server, Answer provisioned) {
        JsonObject answer = provisioned.json();
        JsonObject credentials = answer.getJsonObject("credentials");
        return new SimulatedDevice(
                answer.getString("deviceId"),
                answer.getString("uniqueIdentifier"),
                server.nobody().basic(credentials.getString("accessKey"), credentials.getString("accessToken")));
    }

    /** Proves itself for the first time. */
    static SimulatedDevice provision(MusterServer server, Certificate certificate, String identifier) {
        return of(
                server,
                request(server.nobody(), Proof.fresh(certificate, identifier)).expect(201));
    }

    static Answer request(ApiClient nobody, Proof proof) {
        return request(nobody, proof.certificate().accessKey(), proof.body());
    }

    static Answer request(ApiClient nobody, String accessKey, String body) {
        return nobody.post("/api/v1/provision/" + accessKey, body);
    }

    /** Its message of a number: each is a second later than the one before. */
    Answer report(int number, String data) {
        return send(FIRST_MESSAGE + number * 1_000L, data);
    }

    /** @param ts in milliseconds since the epoch */
    Answer send(long ts, String data) {
        return client.post("/api/v1/telemetry", "{\"ts\":%d,\"data\":%s}".formatted(ts, data));
    }
}
