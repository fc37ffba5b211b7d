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

    private static ApiClient logIn(String username) {
        return DemoServer.running()
                .nobody()
                .basic(username, Login.DEMONSTRATION_PASSWORD)
                .withNewToken()
                .below(PATH);
    }
}
