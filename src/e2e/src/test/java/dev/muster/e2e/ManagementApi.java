package dev.muster.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The management API, for what a browser test needs to be there before it begins. */
final class ManagementApi {

    private final APIRequestContext requests;
    private final String base;
    private final String token;

    /** On behalf of somebody, with an API token of its own. */
    ManagementApi(Portal portal, String username) {
        requests = portal.page().request();
        base = portal.server().url() + "/api/v1/";
        byte[] login = (username + ":muster-demo-only").getBytes(StandardCharsets.UTF_8);
        token = "Bearer "
                + post(
                                "tokens",
                                "Basic " + Base64.getEncoder().encodeToString(login),
                                "{\"name\":\"e2e\",\"expiresInDays\":1}")
                        .get("token")
                        .getAsString();
    }

    JsonObject post(String path, String json) {
        return post(path, token, json);
    }

    JsonObject get(String path) {
        return read(requests.get(base + path, RequestOptions.create().setHeader("Authorization", token)));
    }

    private JsonObject post(String path, String authorization, String json) {
        return read(requests.post(
                base + path,
                RequestOptions.create()
                        .setHeader("Authorization", authorization)
                        .setHeader("Content-Type", "application/json")
                        .setData(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static JsonObject read(APIResponse response) {
        if (!response.ok()) {
            throw new AssertionError(response.url() + " -> " + response.status() + " " + response.text());
        }
        return JsonParser.parseString(response.text()).getAsJsonObject();
    }
}
