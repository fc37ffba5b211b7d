package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.MqttPacket;
import dev.muster.testkit.MqttWire;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices of a factory that are switched on together: one connection makes each of them, and its first message is kept. */
class MqttNewDevicesIT {

    private static final int DEVICES = Integer.getInteger("muster.it.certified-devices", 100);
    private static final int TOGETHER = 16;

    private final MusterServer server = Database.POSTGRESQL.server();

    @TempDir
    Path directory;

    @Test
    void oneConnectionMakesEachDeviceAndItsFirstMessageIsKept() throws Exception {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, DEVICES));
        DeviceCa factory = DeviceCa.create(fleet, directory);
        List<CertifiedDevice> devices = new ArrayList<>();
        for (int i = 1; i <= DEVICES; i++) {
            devices.add(factory.device(ImportFile.imei(i)));
        }
        long begin = System.nanoTime();
        List<Future<?>> work = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(TOGETHER)) {
            for (int i = 0; i < DEVICES; i++) {
                int number = i;
                work.add(together.submit(() -> connect(devices.get(number), number)));
            }
        }
        for (Future<?> done : work) {
            done.get();
        }
        System.out.printf("%d new devices by certificate in %d ms%n", DEVICES, (System.nanoTime() - begin) / 1_000_000);
        List<JsonObject> made = new ArrayList<>();
        for (int page = 0; made.size() < DEVICES && page * 100 < DEVICES; page++) {
            made.addAll(fleet.organization()
                    .get(fleet.devicesPath() + "?size=100&page=" + page)
                    .expect(200)
                    .items()
                    .getValuesAs(JsonObject.class));
        }
        assertThat(made).hasSize(DEVICES);
        List<Integer> kept = new ArrayList<>();
        made.forEach(device ->
                kept.addAll(KeptTelemetry.of(fleet, device.getString("id")).values("first")));
        assertThat(kept).hasSize(DEVICES).doesNotHaveDuplicates();
    }

    /** The message comes with the CONNECT, before the server has answered it. */
    private void connect(CertifiedDevice device, int number) {
        SSLContext shown = TlsDevice.context(server, device.key(), device.certificate());
        try (MqttWire wire = MqttWire.tls(server, shown)) {
            wire.send(
                    MqttPacket.connect(MqttPacket.V5, "device " + number, null, (byte[]) null),
                    MqttPacket.publish(MqttPacket.V5, 2, 1, "t", "{\"data\":{\"first\":%d}}".formatted(number)));
            assertThat(wire.next().toString()).startsWith("20 0000");
            assertThat(wire.next().toString()).startsWith("40 0001").doesNotContain("40 000187");
        } catch (IOException e) {
            throw new IllegalStateException("device " + number, e);
        }
    }
}
