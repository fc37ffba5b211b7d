package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of broken packets: the server answers or ends each connection soon, a device beside them notices nothing, and the log
 * has at most one line for each. Without TLS, because handshakes would take most of the time.
 */
class MqttHostileIT {

    private static final int PACKETS = 10_000;
    private static final int SENDERS = 4;

    /** After a good CONNECT, on one connection. */
    private static final int TOGETHER = 5;

    /**
     * The decoder alone takes these: a text that is no UTF-8, a surrogate, U+0000, flags, a packet id of 0, a property twice, an
     * unknown reason code, an empty filter and one with half a wildcard, options of a SUBSCRIBE, a DISCONNECT that asks for a longer
     * session, a length with more digits than it needs. With the code of the DISCONNECT of MQTT 5.
     */
    private static final Map<String, String> BROKEN_RULES = Map.ofEntries(
            Map.entry("3006 0002 c328 00 78", "81"),
            Map.entry("3007 0003 eda080 00 78", "81"),
            Map.entry("3006 0002 7400 00 78", "81"),
            Map.entry("3805 0001 74 00 78", "81"),
            Map.entry("3207 0001 74 0000 00 78", "81"),
            Map.entry("300b 0001 74 06 230001230001 78", "82"),
            Map.entry("c100", "81"),
            Map.entry("4002 0000", "81"),
            Map.entry("4003 0001 42", "82"),
            Map.entry("8206 0001 00 0000 00", "81"),
            Map.entry("8208 0001 00 0002 7423 01", "81"),
            Map.entry("8207 0001 00 0001 74 41", "81"),
            Map.entry("8207 0001 00 0001 74 03", "82"),
            Map.entry("a206 0000 00 0001 74", "81"),
            Map.entry("e007 00 05 1100000001", "82"),
            Map.entry("c08000", "81"));

    private final MusterServer server = Database.H2.server();
    private final long seed = Long.getLong("muster.it.seed", System.nanoTime());
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    @Test
    void brokenPacketsEndOnlyTheirOwnConnection() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, SENDERS + 1));
        Certificate certificate = fleet.newCertificate();
        List<JsonObject> devices = IntStream.rangeClosed(1, SENDERS + 1)
                .mapToObj(i -> provision(certificate, i))
                .toList();
        ServerLog log = ServerLog.of(server);
        SecurityLines security = SecurityLines.of(server);
        long begin = System.nanoTime();
        int connections;
        try (SteadyReports neighbour = SteadyReports.of(server, devices.get(SENDERS))) {
            connections = attack(devices);
            int acknowledged = neighbour.stop();
            System.out.printf(
                    "%d broken packets with muster.it.seed=%d on %d connections in %d s: %s; beside them %d messages, the slowest"
                            + " acknowledged after %d ms%n",
                    PACKETS,
                    seed,
                    connections,
                    (System.nanoTime() - begin) / 1_000_000_000,
                    new TreeMap<>(answers),
                    acknowledged,
                    neighbour.slowestMillis());
            assertThat(acknowledged).isGreaterThan(100);
            assertThat(neighbour.slowestMillis()).isLessThan(20_000);
        }
        assertThat(log.errors()).isEmpty();
        assertThat(log.lines()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(log.lines()).hasSizeLessThan(connections + 200);
        assertThat(security.lines().stream().filter(line -> line.contains("place=mqtt")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(connections);
    }

    @Test
    void aBrokenRuleEndsTheConnection() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 1));
        JsonObject device = provision(fleet.newCertificate(), 1);
        for (Map.Entry<String, String> rule : BROKEN_RULES.entrySet()) {
            byte[] broken = HexFormat.of().parseHex(rule.getKey().replace(" ", ""));
            try (MqttWire wire = MqttWire.plain(server).send(connect(MqttPacket.V5, device))) {
                assertThat(wire.next().toString()).startsWith("20 0000");
                wire.send(MqttPacket.ping(), broken, MqttPacket.ping());
                assertThat(wire.next().type()).isEqualTo(MqttPacket.PINGRESP);
                assertThat(wire.next().toString()).as(rule.getKey()).startsWith("e0 " + rule.getValue());
                assertThat(wire.read()).isEmpty();
            }
            // before it is known who the device is
            try (MqttWire wire = MqttWire.plain(server).send(connect(MqttPacket.V5, device), broken)) {
                assertThat(wire.next().toString()).as(rule.getKey()).startsWith("20 00" + rule.getValue());
                assertThat(wire.read()).isEmpty();
            }
        }
    }

    private JsonObject provision(Certificate certificate, int serial) {
        return SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(serial)))
                .expect(201)
                .json();
    }

    private static byte[] connect(int version, JsonObject device) {
        JsonObject credentials = device.getJsonObject("credentials");
        return MqttPacket.connect(
                version,
                version == MqttPacket.V31 ? device.getString("deviceId") : "",
                credentials.getString("accessKey"),
                credentials.getString("accessToken").getBytes());
    }

    /** Returns how many connections it took. */
    private int attack(List<JsonObject> devices) throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            HostilePackets packets = new HostilePackets(seed + i);
            JsonObject device = devices.get(i);
            work.add(() -> attack(packets, device));
        }
        int connections = 0;
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (Future<Integer> done : senders.invokeAll(work)) {
                connections += done.get();
            }
        }
        return connections;
    }

    private int attack(HostilePackets packets, JsonObject device) throws IOException {
        int connections = 0;
        for (int sent = 0; sent < PACKETS / SENDERS; connections++) {
            boolean isKnown = connections % 2 == 0;
            int version = packets.version();
            List<byte[]> some = new ArrayList<>();
            if (isKnown) {
                some.add(connect(version, device));
                some.addAll(packets.some(version, TOGETHER));
            } else {
                some.add(packets.first());
            }
            send(some);
            sent += isKnown ? TOGETHER : 1;
        }
        return connections;
    }

    /** Sends the packets, says that no more comes, and waits for the end. */
    private void send(List<byte[]> packets) throws IOException {
        try (MqttWire wire = MqttWire.plain(server)) {
            wire.send(packets.getFirst());
            if (packets.size() > 1) {
                note(wire.next());
                wire.send(packets.subList(1, packets.size()).toArray(byte[][]::new));
            }
            wire.end();
            for (Optional<MqttPacket> answer = wire.read(); answer.isPresent(); answer = wire.read()) {
                note(answer.get());
            }
        } catch (java.net.SocketException reset) {
            note(reset);
        }
    }

    private void note(MqttPacket answer) {
        String what = switch (answer.type()) {
            case MqttPacket.CONNACK, MqttPacket.DISCONNECT, MqttPacket.PUBACK ->
                "%02x/%02x".formatted(answer.first(), answer.code());
            case MqttPacket.SUBACK, MqttPacket.UNSUBACK, MqttPacket.PINGRESP, MqttPacket.PUBLISH ->
                "%02x".formatted(answer.first());
            default -> throw new AssertionError("not for a device: " + answer);
        };
        answers.merge(what, 1, Integer::sum);
    }

    private void note(IOException end) {
        answers.merge(end.getMessage(), 1, Integer::sum);
    }
}
