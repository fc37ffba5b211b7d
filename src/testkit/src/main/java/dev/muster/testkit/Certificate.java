package dev.muster.testkit;

import jakarta.json.JsonObject;

/** A certificate as the manufacturer gets it once, with the only copy of its secrets. */
public record Certificate(String id, String accessKey, String accessToken, String privateKey) {

    public static Certificate of(JsonObject created) {
        return new Certificate(
                created.getString("id"),
                created.getString("accessKey"),
                created.getString("accessToken"),
                created.getString("privateKey"));
    }
}
