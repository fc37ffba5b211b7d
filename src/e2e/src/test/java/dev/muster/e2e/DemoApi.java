package dev.muster.e2e;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Login;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The management API as the users of the demonstration call it, for what a browser test needs and does not test. */
final class DemoApi {

    private static final String PATH = "/api/v1";

    private static final Map<String, ApiClient> USERS = new ConcurrentHashMap<>();

    private DemoApi() {}

    /** As that user, by an API token; paths are below {@code /api/v1}. */
    static ApiClient of(String username) {
        return USERS.computeIfAbsent(username, DemoApi::logIn);
    }

    /** As a device with its credentials. */
    static ApiClient device(String accessKey, String accessToken) {
        return DemoServer.running().nobody().basic(accessKey, accessToken).below(PATH);
    }

    /** The id of the organization. */
    static String organization() {
        return of("admin").get("/organizations").expect(200).first("id");
    }

    /** The id of the manufacturer. */
    static String manufacturer() {
        return of("marco").get("/manufacturers").expect(200).first("id");
    }

    /** Imports a small file for the organization; returns the draft's id. */
    static String upload(String csv) {
        return of("olivia")
                .post(imports() + "?manufacturer=" + manufacturer(), "text/csv", csv)
                .expect(201)
                .text("id");
    }

    static void commit(String importId) {
        of("olivia")
                .post(imports() + "/" + importId + "/commit", "{\"validRowsOnly\":false}")
                .expect(200);
    }

    /** Imports a small file and commits it; returns the import's id. */
    static String enroll(String csv) {
        String importId = upload(csv);
        commit(importId);
        return importId;
    }

    private static String imports() {
        return "/organizations/" + organization() + "/imports";
    }

    private static ApiClient logIn(String username) {
        return DemoServer.running()
                .nobody()
                .basic(username, Login.DEMONSTRATION_PASSWORD)
                .withNewToken()
                .below(PATH);
    }
}
