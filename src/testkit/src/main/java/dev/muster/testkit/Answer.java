package dev.muster.testkit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a server answered. */
public record Answer(int status, HttpResponse<String> response) {

    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response);
    }

    public String body() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject();
        }
    }

    /** The member {@code items} of a list. */
    public JsonArray items() {
        return json().getJsonArray("items");
    }

    public String text(String member) {
        return json().getString(member);
    }

    /** A member of the first item of a list. */
    public String first(String member) {
        return items().getJsonObject(0).getString(member);
    }

    /** Returns this answer if it tells of success; fails with the whole answer otherwise. */
    public Answer ok() {
        if (status >= 300) {
            throw new AssertionError("no success: " + this);
        }
        return this;
    }

    /** Returns this answer if it has the status; fails with the whole answer otherwise. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected " + wanted + ", came " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.request().uri() + " -> " + status + " " + body();
    }
}
