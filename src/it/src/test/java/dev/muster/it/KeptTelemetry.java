package dev.muster.it;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the database has of a device, as its organization reads it by each way there is. */
record KeptTelemetry(Fleet fleet, ApiClient reader, String deviceId) {

    static KeptTelemetry of(Fleet fleet, SimulatedDevice device) {
        return of(fleet, device.id());
    }

    static KeptTelemetry of(Fleet fleet, String deviceId) {
        return new KeptTelemetry(fleet, fleet.organization(), deviceId);
    }

    /** The same, as another server on the database tells it. */
    KeptTelemetry at(MusterServer server) {
        return new KeptTelemetry(fleet, reader.at(server), deviceId);
    }

    /** All messages, oldest first, read by pages of the history. */
    List<JsonObject> messages(int pageSize) {
        List<JsonObject> newestFirst = new ArrayList<>();
        String before = "";
        while (before != null) {
            JsonObject page = get("?limit=" + pageSize + before).expect(200).json();
            newestFirst.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            before = page.containsKey("next") ? "&before=" + page.getString("next") : null;
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The values of a key, oldest first, of the messages that have it. */
    List<Integer> values(String key) {
        return values(key, 1_000);
    }

    List<Integer> values(String key, int pageSize) {
        return messages(pageSize).stream()
                .map(message -> message.getJsonObject("data").get(key))
                .filter(value -> value != null)
                .map(value -> ((JsonNumber) value).intValueExact())
                .toList();
    }

    /** The values of a key in the exported file, oldest first. */
    List<Integer> exported(String key) {
        return reader.get(path() + ".csv?key=" + key)
                .expect(200)
                .body()
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.substring(line.lastIndexOf(',') + 1)))
                .toList();
    }

    /** The last value of a key. */
    JsonValue last(String key) {
        return get("/latest").expect(200).items().getValuesAs(JsonObject.class).stream()
                .filter(value -> value.getString("key").equals(key))
                .map(value -> value.get("value"))
                .findFirst()
                .orElseThrow();
    }

    /** How many numbers of a key a chart draws. */
    int drawn(String key) {
        return get("/series?points=10&to=%d&key=%s".formatted(System.currentTimeMillis() + 3_600_000, key))
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .mapToInt(point -> point.getInt("count"))
                .sum();
    }

    Answer get(String query) {
        return reader.get(path() + query);
    }

    private String path() {
        return fleet.devicesPath() + "/" + deviceId + "/telemetry";
    }
}
