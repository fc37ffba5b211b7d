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

/** The management API as the demonstration's organization manager uses it. */
final class ImportApi {

    private static final long POLL_MILLIS = 20;

    private final BenchServer server;
    private final HttpClient client;
    private final String authorization;
    private final String imports;
    private final String manufacturer;

    ImportApi(BenchServer server, HttpClient client) throws IOException, InterruptedException {
        this.server = server;
        this.client = client;
        String basic = Base64.getEncoder().encodeToString("olivia:muster-demo-only".getBytes(StandardCharsets.UTF_8));
        JsonObject token = send(
                "POST",
                "/tokens",
                "Basic " + basic,
                BodyPublishers.ofString("{\"name\":\"bench\",\"expiresInDays\":1}"));
        this.authorization = "Bearer " + token.getString("token");
        this.imports = "/organizations/" + call("GET", "/account", null).getString("organizationId") + "/imports";
        this.manufacturer = call("GET", "/manufacturers?name=Acme", null)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** Uploads and waits until the draft is checked; returns its id. */
    String importFile(FleetFile file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(imports + "?manufacturer=" + manufacturer))
                .header("Authorization", authorization)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file.path()))
                .build();
        String id = answer(request).getString("id");
        await(id, "DRAFT");
        return id;
    }

    /** Commits and waits until every row is an enrollment. */
    void commit(String id) throws IOException, InterruptedException {
        call("POST", imports + "/" + id + "/commit", "{\"validRowsOnly\":false}");
        await(id, "COMMITTED");
    }

    void discard(String id) throws IOException, InterruptedException {
        call("DELETE", imports + "/" + id, null);
    }

    void page(String id, int page, int size) throws IOException, InterruptedException {
        call("GET", imports + "/" + id + "/rows?page=" + page + "&size=" + size, null);
    }

    void rename(String id, int row, String name) throws IOException, InterruptedException {
        call("PATCH", imports + "/" + id + "/rows/" + row, "{\"deviceName\":\"" + name + "\"}");
    }

    private void await(String id, String status) throws IOException, InterruptedException {
        String now = call("GET", imports + "/" + id, null).getString("status");
        while (!now.equals(status)) {
            if (!now.equals("VALIDATING") && !now.equals("COMMITTING")) {
                throw new IllegalStateException("The import is " + now + ", not " + status);
            }
            Thread.sleep(POLL_MILLIS);
            now = call("GET", imports + "/" + id, null).getString("status");
        }
    }

    private JsonObject call(String method, String path, String json) throws IOException, InterruptedException {
        return send(
                method, path, authorization, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    }

    private JsonObject send(String method, String path, String credentials, BodyPublisher body)
            throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(uri(path))
                .header("Authorization", credentials)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
    }

    private JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + response.body());
        }
        return response.body().isEmpty()
                ? JsonObject.EMPTY_JSON_OBJECT
                : Json.createReader(new StringReader(response.body())).readObject();
    }

    private URI uri(String path) {
        return URI.create(server.url() + "/api/v1" + path);
    }
}
