package dev.muster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Calls a server as a user, as a device, or without credentials.
 *
 * @param authorization the value of that header; null for a client without credentials
 */
public record ApiClient(HttpClient http, String base, String authorization) {

    public static final String JSON = "application/json";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The same server and the same user, with paths below this one, such as {@code /api/v1}. */
    public ApiClient below(String path) {
        return new ApiClient(http, base + path, authorization);
    }

    /** The same server, by name and password. */
    public ApiClient basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ApiClient(http, base, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The same server, by API token. */
    public ApiClient bearer(String token) {
        return new ApiClient(http, base, "Bearer " + token);
    }

    /** The same user, at another server on the same database. */
    public ApiClient at(MusterServer server) {
        return new ApiClient(server.newHttpClient(), server.url(), authorization);
    }

    /** The same server and the same user, by an API token that this call makes. */
    public ApiClient withNewToken() {
        Answer answer = post("/api/v1/tokens", "{\"name\":\"test\",\"expiresInDays\":1}");
        return bearer(answer.expect(201).text("token"));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String json) {
        return post(path, JSON, json);
    }

    public Answer post(String path, String mediaType, String body) {
        return send(request(path).header("Content-Type", mediaType).POST(text(body)));
    }

    public Answer put(String path, String json) {
        return send(request(path).header("Content-Type", JSON).PUT(text(json)));
    }

    /** @param ifMatch null for none */
    public Answer patch(String path, String json, String ifMatch) {
        HttpRequest.Builder request = request(path).header("Content-Type", JSON).method("PATCH", text(json));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    public Answer send(HttpRequest.Builder request) {
        return Answer.of(exchange(request, BodyHandlers.ofString()));
    }

    /** A body of bytes. */
    public HttpResponse<byte[]> download(String path) {
        HttpResponse<byte[]> response = exchange(request(path).GET(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " -> " + response.statusCode());
        }
        return response;
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }
}
