package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages with a time of their own: the first value for a time and key stays, and the answer says what was not kept. */
@OnBothDatabases
class TimedTelemetryIT {

    private static final int AT_ONCE = 8;

    @Parameter
    Database database;

    private Fleet fleet;
    private SimulatedDevice device;
    private KeptTelemetry kept;
    private long now;

    @BeforeEach
    void aDeviceHasJoined() {
        fleet = Fleet.create(database.server());
        fleet.enroll(ImportFile.of(1, 1));
        device = SimulatedDevice.provision(database.server(), fleet.newCertificate(), ImportFile.imei(1));
        kept = KeptTelemetry.of(fleet, device);
        now = Instant.now().toEpochMilli() - 60_000;
    }

    @Test
    void sendingAgainIsHarmless() {
        String body = series(0, 300);
        assertThat(send(body)).hasToString("{\"accepted\":300}");
        assertThat(send(body)).hasToString("{\"accepted\":300}");
        assertThat(send(series(200, 200))).hasToString("{\"accepted\":200}");
        assertThat(kept.values("a")).isEqualTo(IntStream.range(0, 400).boxed().toList());
    }

    @Test
    void aMessageThatSaysSomethingElseIsIgnoredAndTheAnswerSaysSo() {
        send(series(0, 10));
        String changed =
                "[{\"ts\":%d,\"data\":{\"a\":0}},{\"ts\":%d,\"data\":{\"a\":99}},{\"ts\":%d,\"data\":{\"a\":99,\"b\":1}}]"
                        .formatted(now, now + 1, now + 2);
        assertThat(send(changed)).hasToString("{\"accepted\":1,\"ignored\":2}");
        assertThat(kept.values("a")).isEqualTo(IntStream.range(0, 10).boxed().toList());
        assertThat(kept.values("b")).containsExactly(1);
        assertThat(send("{\"ts\":%d,\"data\":{\"a\":\"1\"}}".formatted(now + 1)))
                .hasToString("{\"accepted\":0,\"ignored\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1    | 1      | {\"accepted\":2}",
                "1.5  | 15e-1  | {\"accepted\":2}",
                "1.50 | 1.5    | {\"accepted\":2}",
                "\"x\" | \"x\" | {\"accepted\":2}",
                "1    | 2      | {\"accepted\":1,\"ignored\":1}",
                "true | \"true\" | {\"accepted\":1,\"ignored\":1}",
                "840380235174088834 | 840380235174088835 | {\"accepted\":1,\"ignored\":1}",
            })
    void oneTimeTwiceInOneArray(String first, String second, String answer) {
        String message = "{\"ts\":" + now + ",\"data\":{\"a\":%s}}";
        assertThat(send("[" + message.formatted(first) + "," + message.formatted(second) + "]"))
                .hasToString(answer);
        assertThat(kept.messages(10)).hasSize(1);
    }

    @Test
    void oneTimeTwiceWithOtherKeysIsOneMessage() {
        assertThat(send("[{\"ts\":%1$d,\"data\":{\"a\":1}},{\"ts\":%1$d,\"data\":{\"b\":2}}]".formatted(now)))
                .hasToString("{\"accepted\":2}");
        assertThat(kept.messages(10)).hasSize(1);
        assertThat(kept.last("b")).hasToString("2");
    }

    /** A client that lost its patience sends all of it again while the first request is at work. */
    @Test
    void theSameArrayAtOnceOnManyConnections() throws Exception {
        String body = series(0, 400);
        List<CompletableFuture<JsonObject>> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> send(body)));
        }
        for (CompletableFuture<JsonObject> answer : sent) {
            assertThat(answer.get()).hasToString("{\"accepted\":400}");
        }
        assertThat(kept.values("a")).isEqualTo(IntStream.range(0, 400).boxed().toList());
    }

    @Test
    void theLastOfThatTimeIsLastWhateverComesLater() {
        send("[{\"ts\":%d,\"data\":{\"a\":2}},{\"ts\":%d,\"data\":{\"a\":1}}]".formatted(now + 1, now));
        assertThat(kept.values("a")).containsExactly(1, 2);
        assertThat(kept.last("a")).hasToString("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"t\":7e-06} | t | 0.000007",
                "{\"n\":840380235174088834} | n | 840380235174088834",
                "{\"n\":-12345678901234567890.5} | n | -12345678901234567890.5",
                "{\"s\":\"000012300007\"} | s | \"000012300007\"",
                "{\"t\":1e400} | t | 1E+400",
            })
    void aValueIsKeptExactly(String data, String key, String value) {
        assertThat(send("{\"data\":" + data + "}")).hasToString("{\"accepted\":1}");
        assertThat(kept.last(key)).hasToString(value);
        assertThat(kept.get("").expect(200).body()).contains("\"data\":{\"" + key + "\":" + value + "}");
        assertThat(kept.get(".csv").expect(200).body()).contains("," + key + "," + value.replace("\"", ""));
        assertThat(fleet.portal()
                        .get("/organization/device.xhtml?id=" + device.id())
                        .expect(200)
                        .body())
                .contains(value.replace("\"", ""));
    }

    @ParameterizedTest
    @CsvSource({"1000, seconds, ts-too-old", "-1000, microseconds, invalid-ts"})
    void aTimeInAnotherUnitIsToldSo(long factor, String unit, String code) {
        long ts = factor > 0 ? now / factor : now * -factor;
        Answer refused = device.send(ts, "{\"a\":1}");
        JsonObject error = assertProblem(refused, 422, ProblemCode.INVALID_TELEMETRY, "errors")
                .getJsonArray("errors")
                .getJsonObject(0);
        assertThat(error.getString("key")).isEqualTo("ts");
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("detail")).contains("in " + unit);
        assertThat(refused.body()).doesNotContain(String.valueOf(ts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"data\":{\"t\":1}},{\"data\":{\"t\":NaN}}] | line 1, column 32 (byte offset 31) | item with index 1 | NaN",
                "[{\"data\":{\"t\":-Infinity}}] | line 1, column | item with index 0 | Infinity",
                "{\"data\":{\"t\":NaN}} | line 1, column 14 (byte offset 13) | JSON | NaN",
                "[{\"data\":{\"t\":1}},{\"data\":{\"t\":1}},{\"data\":{\"t\":1} | line 1, column | index 2 | ends",
                "[{\"data\":{\"t\":1}} {\"data\":{\"t\":1}}] | line 1, column | array | expected",
            })
    void brokenJsonNamesItsPlaceAndNothingIsKept(String body, String place, String message, String cause) {
        Answer refused = device.client().post("/api/v1/telemetry", body);
        assertThat(assertProblem(refused, 400, ProblemCode.MALFORMED_REQUEST).getString("detail"))
                .contains(place, message, cause);
        assertThat(kept.messages(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-", "-1", "1764000000000", "1-2-3", "99999999999999999999-1"})
    void aPageThatNobodyGaveIsRefused(String before) {
        assertProblem(kept.get("?before=" + before), 422, ProblemCode.VALIDATION_FAILED);
    }

    private JsonObject send(String body) {
        return device.client().post("/api/v1/telemetry", body).expect(202).json();
    }

    /** Messages a millisecond apart, each with its number. */
    private String series(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> "{\"ts\":%d,\"data\":{\"a\":%d}}".formatted(now + i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
