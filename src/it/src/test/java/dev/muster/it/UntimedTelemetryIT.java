package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Messages without a time of their own: each one that is acknowledged is kept, in order, and the last one is the last. */
@OnBothDatabases
class UntimedTelemetryIT {

    private static final String TELEMETRY = "/api/v1/telemetry";

    private static final String GATEWAY_AND_FOUR = """
            uniqueIdentifier,deviceName,deviceType,parentGateway
            %1$s,gateway,GATEWAY,
            %2$s,sensor 1,PERIPHERAL,%1$s
            %3$s,sensor 2,PERIPHERAL,%1$s
            %4$s,sensor 3,PERIPHERAL,%1$s
            %5$s,sensor 4,PERIPHERAL,%1$s
            """.formatted(imei(1), imei(2), imei(3), imei(4), imei(5));

    @Parameter
    Database database;

    private Fleet fleet;
    private SimulatedDevice device;
    private KeptTelemetry kept;

    @BeforeEach
    void aGatewayHasJoined() {
        fleet = Fleet.create(database.server());
        fleet.enroll(GATEWAY_AND_FOUR);
        device = SimulatedDevice.provision(database.server(), fleet.newCertificate(), imei(1));
        kept = KeptTelemetry.of(fleet, device);
    }

    @Test
    void aThousandInFiveArrays() {
        for (int batch = 0; batch < 5; batch++) {
            int first = batch * 200;
            assertThat(accepted(array(first, 200))).isEqualTo(200);
        }
        assertKept(1_000);
        assertThat(kept.messages(1_000)).hasSize(1_000);
        assertThat(kept.drawn("a")).isEqualTo(1_000);
    }

    /** More of one time than a page has. */
    @Test
    void arraysOfAThousandArePagedOver() {
        accepted(array(0, 1_000));
        accepted(array(1_000, 1_000));
        accepted(array(2_000, 1_000));
        assertKept(3_000);
        assertThat(kept.values("a", 333)).isEqualTo(numbers(3_000));
        assertThat(kept.messages(1_000).stream()
                        .map(message -> message.getJsonNumber("ts"))
                        .distinct())
                .hasSizeLessThanOrEqualTo(3);
        assertThat(kept.get("?limit=1000&key=a").expect(200).items()).hasSize(1_000);
    }

    @Test
    void aHundredPipelinedOnOneConnection() throws Exception {
        assertThat(pipelined(0, 100)).containsOnly(202).hasSize(100);
        assertKept(100);
    }

    @Test
    void anArrayAndThenASingleOneAgainAndAgain() {
        for (int round = 0; round < 5; round++) {
            accepted(array(round * 301, 300));
            accepted(message(round * 301 + 300));
            assertThat(kept.last("a")).hasToString(String.valueOf(round * 301 + 300));
        }
        assertKept(5 * 301);
    }

    @Test
    void fourConnectionsAtOnceEachKeepTheirOrder() throws Exception {
        List<CompletableFuture<List<Integer>>> connections = new ArrayList<>();
        for (int connection = 0; connection < 4; connection++) {
            int first = connection * 1_000;
            connections.add(CompletableFuture.supplyAsync(() -> pipelined(first, 50)));
        }
        for (CompletableFuture<List<Integer>> statuses : connections) {
            assertThat(statuses.get()).containsOnly(202).hasSize(50);
        }
        List<Integer> values = kept.values("a");
        assertThat(values).hasSize(200);
        for (int connection = 0; connection < 4; connection++) {
            int first = connection * 1_000;
            assertThat(values.stream().filter(value -> value / 1_000 * 1_000 == first))
                    .containsExactlyElementsOf(
                            numbers(50).stream().map(i -> first + i).toList());
        }
        assertThat(kept.last("a")).hasToString(String.valueOf(values.get(199)));
    }

    @Test
    void aGatewaysThousandForFourPeripherals() {
        String body = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"device\":\"%s\",\"data\":{\"a\":%d}}".formatted(imei(2 + i % 4), i))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(accepted(body)).isEqualTo(1_000);
        accepted(body);
        for (int sensor = 0; sensor < 4; sensor++) {
            int rest = sensor;
            List<Integer> once =
                    numbers(1_000).stream().filter(i -> i % 4 == rest).toList();
            List<Integer> twice = new ArrayList<>(once);
            twice.addAll(once);
            KeptTelemetry peripheral = KeptTelemetry.of(fleet, peripherals().get(sensor));
            assertThat(peripheral.values("a", 100)).isEqualTo(twice);
            assertThat(peripheral.last("a")).hasToString(String.valueOf(996 + sensor));
        }
        assertThat(kept.values("a")).isEmpty();
    }

    /** What the server has given to one message, a device may give to another. */
    @Test
    void aTimeOfTheDevicesOwnThatIsEqualToOneOfTheServers() {
        accepted("[{\"data\":{\"a\":1}},{\"data\":{\"a\":2}}]");
        long given = kept.messages(10).get(0).getJsonNumber("ts").longValueExact();
        assertThat(kept.messages(10).get(1).getJsonNumber("ts").longValueExact())
                .isEqualTo(given);
        device.send(given, "{\"a\":3}").expect(202);
        accepted("[{\"data\":{\"a\":4}},{\"ts\":%d,\"data\":{\"b\":5}}]".formatted(given));
        assertThat(kept.values("a", 1)).containsExactly(3, 1, 2, 4);
        assertThat(kept.values("b", 1)).containsExactly(5);
        assertThat(kept.exported("a")).containsExactly(3, 1, 2, 4);
        assertThat(kept.last("a")).hasToString("4");
    }

    @Test
    void aMessageOfManyKeysStaysOne() {
        accepted("[{\"data\":{\"c\":1,\"a\":1,\"b\":1}},{\"data\":{\"b\":2}},{\"data\":{\"a\":3,\"c\":3}}]");
        List<JsonObject> messages = kept.messages(2);
        assertThat(messages)
                .extracting(message -> message.getJsonObject("data").keySet().size())
                .containsExactly(3, 1, 2);
        assertThat(kept.values("b")).containsExactly(1, 2);
        assertThat(kept.last("b")).hasToString("2");
        assertThat(kept.last("c")).hasToString("3");
        assertThat(fleet.portal()
                        .get("/organization/device.xhtml?id=" + device.id())
                        .expect(200)
                        .body())
                .contains("{\"a\":1,\"b\":1,\"c\":1}", "{\"b\":2}", "{\"a\":3,\"c\":3}");
    }

    private void assertKept(int count) {
        assertThat(kept.values("a")).isEqualTo(numbers(count));
        assertThat(kept.exported("a")).isEqualTo(numbers(count));
        assertThat(kept.last("a")).hasToString(String.valueOf(count - 1));
    }

    private int accepted(String body) {
        JsonObject answer = device.client().post(TELEMETRY, body).expect(202).json();
        assertThat(answer).doesNotContainKey("ignored");
        return answer.getInt("accepted");
    }

    private List<Integer> pipelined(int first, int count) {
        List<String> bodies = IntStream.range(first, first + count)
                .mapToObj(UntimedTelemetryIT::message)
                .toList();
        return Pipeline.post(database.server(), device.client(), TELEMETRY, bodies);
    }

    private List<String> peripherals() {
        return fleet
                .organization()
                .get(fleet.devicesPath() + "/" + device.id() + "/peripherals")
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(peripheral -> peripheral.getString("deviceId"))
                .toList();
    }

    private static String array(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(UntimedTelemetryIT::message)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String message(int value) {
        return "{\"data\":{\"a\":%d}}".formatted(value);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static String imei(long serial) {
        return ImportFile.imei(serial);
    }
}
