package dev.muster.it;

import jakarta.json.JsonObject;

/** What a manufacturer keeps of a certificate that it made: the only copy of the secrets. */
record Certificate(String id, String accessKey, String accessToken, String privateKey) {

    static Certificate of(JsonObject created) {
        return new Certificate(
                created.getString("id"),
                created.getString("accessKey"),
                created.getString("accessToken"),
                created.getString("privateKey"));
    }
}
