package dev.muster.bench;

import dev.muster.bench.load.FleetFile;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The management API as the demonstration's organization manager uses it. */
final class ImportApi {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ApiClient api;
    private final String imports;
    private final String manufacturer;

    ImportApi(MusterServer server) {
        this.api = Bench.user(server, "olivia");
        this.imports = "/organizations/" + api.get("/account").ok().text("organizationId") + "/imports";
        this.manufacturer = api.get("/manufacturers?name=Acme").ok().first("id");
    }

    /** Uploads and waits until the draft is checked; returns its id. */
    String importFile(FleetFile file) throws FileNotFoundException {
        String id = api.send(api.request(imports + "?manufacturer=" + manufacturer)
                        .timeout(PATIENCE)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofFile(file.path())))
                .ok()
                .text("id");
        await(id, "DRAFT");
        return id;
    }

    /** Commits and waits until every row is an enrollment. */
    void commit(String id) {
        api.post(imports + "/" + id + "/commit", "{\"validRowsOnly\":false}").ok();
        await(id, "COMMITTED");
    }

    void discard(String id) {
        api.delete(imports + "/" + id).ok();
    }

    void page(String id, int page, int size) {
        api.get(imports + "/" + id + "/rows?page=" + page + "&size=" + size)
                .ok()
                .json();
    }

    void rename(String id, int row, String name) {
        api.patch(imports + "/" + id + "/rows/" + row, "{\"deviceName\":\"" + name + "\"}", null)
                .ok()
                .json();
    }

    private void await(String id, String status) {
        String end = Await.until(PATIENCE, () -> status(id), now -> !now.matches("VALIDATING|COMMITTING"));
        if (!end.equals(status)) {
            throw new IllegalStateException("The import is " + end + ", not " + status);
        }
    }

    private String status(String id) {
        return api.get(imports + "/" + id).ok().text("status");
    }
}
