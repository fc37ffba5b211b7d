package dev.muster.bench.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A device after its provisioning. @param proofId of the proof that it used, empty where nobody asks */
public record Provisioned(String deviceId, String identifier, String accessKey, String accessToken, String proofId) {

    public static Provisioned of(DeviceConnection.Reply reply, String proofId) {
        JsonObject answer = Json.createReader(new StringReader(reply.body())).readObject();
        JsonObject credentials = answer.getJsonObject("credentials");
        return new Provisioned(
                answer.getString("deviceId"),
                answer.getString("uniqueIdentifier"),
                credentials.getString("accessKey"),
                credentials.getString("accessToken"),
                proofId);
    }

    /** A telemetry request. @param ts milliseconds since the epoch */
    public byte[] message(long ts) {
        String pair = accessKey + ":" + accessToken;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
        return DeviceConnection.post(
                "/api/v1/telemetry",
                "Authorization: Basic " + basic + "\r\n",
                "{\"ts\":" + ts + ",\"data\":{\"temperature\":21.5}}");
    }
}
