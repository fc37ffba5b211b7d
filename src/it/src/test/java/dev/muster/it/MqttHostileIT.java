package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
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

    private final MusterServer server = Database.H2.server();
    private final long seed = Long.getLong("muster.it.seed", System.nanoTime());
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    @Test
    void brokenPacketsEndOnlyTheirOwnConnection() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, SENDERS + 1));
        Certificate certificate = fleet.newCertificate();
        List<JsonObject> devices = IntStream.rangeClosed(1, SENDERS + 1)
                .mapToObj(i -> SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(i)))
                        .expect(201)
                        .json())
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
        JsonObject credentials = device.getJsonObject("credentials");
        int connections = 0;
        for (int sent = 0; sent < PACKETS / SENDERS; connections++) {
            boolean isKnown = connections % 2 == 0;
            int version = packets.version();
            List<byte[]> some = new ArrayList<>();
            if (isKnown) {
                some.add(MqttPacket.connect(
                        version,
                        version == MqttPacket.V31 ? device.getString("deviceId") : "",
                        credentials.getString("accessKey"),
                        credentials.getString("accessToken").getBytes()));
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
