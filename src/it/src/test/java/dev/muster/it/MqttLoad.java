package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Devices that report over MQTT, of both versions in turn, while a test ends what they need. */
record MqttLoad(Fleet fleet, List<JsonObject> made, List<MqttReports> devices, long seed, Random random)
        implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int DEVICES = 6;

    /** By each device, before the next end. */
    private static final int BETWEEN = 200;

    private static final long LONGEST_MILLIS = 1_500;

    static MqttLoad on(MusterServer server) {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, DEVICES));
        Certificate certificate = fleet.newCertificate();
        List<JsonObject> made = IntStream.rangeClosed(1, DEVICES)
                .mapToObj(i -> SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(i)))
                        .expect(201)
                        .json())
                .toList();
        List<MqttReports> devices = IntStream.range(0, DEVICES)
                .mapToObj(i -> MqttReports.start(server, i % 2 == 0 ? MqttPacket.V5 : MqttPacket.V311, made.get(i)))
                .toList();
        long seed = Long.getLong("muster.it.seed", System.nanoTime());
        return new MqttLoad(fleet, made, devices, seed, new Random(seed));
    }

    /** Returns at a random moment, after further messages of each device have been acknowledged. */
    void awaitMore() {
        List<Integer> before = devices.stream().map(MqttReports::acknowledged).toList();
        Await.until(
                PATIENCE,
                () -> IntStream.range(0, DEVICES)
                        .map(i -> devices.get(i).acknowledged() - before.get(i))
                        .min()
                        .orElseThrow(),
                least -> least >= BETWEEN);
        pause();
    }

    void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_MILLIS)));
    }

    /** A device does not send an acknowledged message again, so everything is there only if nothing was lost. */
    void assertEverythingIsKeptOnce(String after) throws InterruptedException {
        awaitMore();
        int all = 0;
        for (int i = 0; i < DEVICES; i++) {
            int sent = devices.get(i).stop();
            assertThat(devices.get(i).acknowledged()).isEqualTo(sent);
            List<Integer> kept =
                    KeptTelemetry.of(fleet, made.get(i).getString("deviceId")).values("n");
            assertThat(kept).isEqualTo(IntStream.range(0, sent).boxed().toList());
            all += sent;
        }
        System.out.printf(
                "%d messages acknowledged and kept once, after %s with muster.it.seed=%d; connections: %s%n",
                all, after, seed, devices.stream().map(MqttReports::connections).toList());
    }

    @Override
    public void close() {
        devices.forEach(MqttReports::abandon);
    }
}
