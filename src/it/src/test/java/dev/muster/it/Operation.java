package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of the API, as {@code operations.txt} lists it.
 *
 * @param path as in {@code /openapi}
 * @param query with its question mark; empty for none
 * @param body JSON, or {@code @csv} for an import file; empty for none
 */
record Operation(Audience audience, String method, String path, String query, String body) {

    /** Who an operation is for. */
    enum Audience {
        EVERYONE,
        ACCOUNT,
        USERS,
        DEVICE,
        ORGANIZATION,
        MANUFACTURER,
        PLATFORM
    }

    private static final String FILE = "/operations.txt";

    private static final Pattern LINE = Pattern.compile("(\\w+) (\\w+) (\\S+)(?: (\\?\\S+))?(?: (@csv|\\{.*))?");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static List<Operation> all() {
        try (InputStream file = Operation.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Operation::of)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Operation of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        return new Operation(
                Audience.valueOf(parts.group(1)),
                parts.group(2),
                parts.group(3),
                parts.group(4) == null ? "" : parts.group(4),
                parts.group(5) == null ? "" : parts.group(5));
    }

    /** As a reader knows it: {@code GET /v1/device}. */
    String name() {
        return method + " " + path;
    }

    /** Calls it with these values in its places. */
    Answer by(ApiClient client, Map<String, String> values) {
        HttpRequest.Builder request = client.request("/api" + fill(path, values) + fill(query, values));
        return client.send(withBody(request, values).method(method, publisher(values)));
    }

    private HttpRequest.Builder withBody(HttpRequest.Builder request, Map<String, String> values) {
        return body.isEmpty()
                ? request
                : request.header("Content-Type", body.equals("@csv") ? "text/csv" : "application/json");
    }

    private BodyPublisher publisher(Map<String, String> values) {
        if (body.isEmpty()) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofString(body.equals("@csv") ? values.get("csv") : fill(body, values));
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("operations.txt names {" + place.group(1) + "}, which has no value");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
