package dev.muster.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The management API as one of the demonstration's users. */
final class Api {

    private final BenchServer server;
    private final HttpClient client;
    private final String authorization;

    private Api(BenchServer server, HttpClient client, String authorization) {
        this.server = server;
        this.client = client;
        this.authorization = authorization;
    }

    static Api login(BenchServer server, HttpClient client, String user) throws IOException, InterruptedException {
        String pair = user + ":muster-demo-only";
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        JsonObject token =
                new Api(server, client, basic).call("POST", "/tokens", "{\"name\":\"bench\",\"expiresInDays\":1}");
        return new Api(server, client, "Bearer " + token.getString("token"));
    }

    /** @param json the body, null for none */
    JsonObject call(String method, String path, String json) throws IOException, InterruptedException {
        return send(
                method,
                path,
                "application/json",
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    JsonObject send(String method, String path, String mediaType, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", authorization)
                .header("Content-Type", mediaType)
                .method(method, body)
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + response.body());
        }
        return response.body().isEmpty()
                ? JsonObject.EMPTY_JSON_OBJECT
                : Json.createReader(new StringReader(response.body())).readObject();
    }
}
