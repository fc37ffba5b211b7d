package dev.muster.bench;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;

/** The management API as the demonstration's organization manager uses it. */
final class ImportApi {

    private static final long POLL_MILLIS = 20;

    private final Api api;
    private final String imports;
    private final String manufacturer;

    ImportApi(BenchServer server, HttpClient client) throws IOException, InterruptedException {
        this.api = Api.login(server, client, "olivia");
        this.imports = "/organizations/" + call("GET", "/account", null).getString("organizationId") + "/imports";
        this.manufacturer = call("GET", "/manufacturers?name=Acme", null)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** Uploads and waits until the draft is checked; returns its id. */
    String importFile(FleetFile file) throws IOException, InterruptedException {
        String id = api.send(
                        "POST",
                        imports + "?manufacturer=" + manufacturer,
                        "text/csv",
                        BodyPublishers.ofFile(file.path()))
                .getString("id");
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
        return api.call(method, path, json);
    }
}
