package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every call that /openapi describes, with ids of objects that exist. */
final class DocumentedCalls {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Set<String> BODILESS = Set.of("GET", "DELETE");

    private DocumentedCalls() {}

    /** @param needsToken whether a portal user's API token is needed */
    record Call(String method, String path, boolean needsToken) {

        boolean isReading() {
            return "GET".equals(method);
        }

        Answer by(ApiClient client) {
            String type = path.endsWith("/imports") ? "text/csv" : ApiClient.JSON;
            HttpRequest.Builder request = client.request(path).header("Content-Type", type);
            return client.send(request.method(
                    method, BODILESS.contains(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** @param ids by the name of the path parameter; another parameter gets an id that does not exist */
    static List<Call> of(MusterServer server, Map<String, String> ids) {
        ApiClient nobody = server.nobody();
        JsonObject document = nobody.send(nobody.request("/openapi")
                        .header("Accept", ApiClient.JSON)
                        .GET())
                .expect(200)
                .json();
        List<Call> calls = new ArrayList<>();
        document.getJsonObject("paths").forEach((path, operations) -> {
            String address = "/api" + path;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                address = address.replace("{" + id.getKey() + "}", id.getValue());
            }
            add(
                    calls,
                    address.replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000"),
                    operations.asJsonObject());
        });
        return calls;
    }

    private static void add(List<Call> calls, String address, JsonObject operations) {
        operations.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                calls.add(new Call(method.toUpperCase(Locale.ROOT), address, needsToken(operation)));
            }
        });
    }

    private static boolean needsToken(JsonValue operation) {
        return operation.asJsonObject().containsKey("security")
                && operation.asJsonObject().getJsonArray("security").getValuesAs(JsonObject.class).stream()
                        .anyMatch(scheme -> scheme.containsKey("bearer"));
    }
}
