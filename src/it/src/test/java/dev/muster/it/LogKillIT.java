package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is killed while it writes the transparency log loses no act that it acknowledged, and leaves no gap. */
@Tag("endurance")
class LogKillIT {

    private static final int DEVICES = 400;

    private final Database database = Database.POSTGRESQL;

    @Test
    void noAcknowledgedActIsMissing() throws Exception {
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(640_000, DEVICES));
        Certificate certificate = fleet.newCertificate();
        PublicLog log = PublicLog.of(server);
        Checkpoint before = log.checkpoint();
        Acknowledged<JsonObject> acknowledged = new Acknowledged<>();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> acknowledged.collect(
                DEVICES,
                i -> SimulatedDevice.request(server.nobody(), Proof.fresh(certificate, ImportFile.imei(640_000L + i)))
                        .expect(201)
                        .json()));
        acknowledged.await(50);
        server.kill();
        work.get(60, TimeUnit.SECONDS);
        server.launch();

        List<JsonObject> devices = acknowledged.all();
        int created = Integer.parseInt(String.valueOf(fleet.organization()
                .get(fleet.devicesPath() + "?size=1")
                .expect(200)
                .json()
                .get("total")));
        String acts = fleet.organizationPath() + "/log?act=device-created&size=500";
        String seen = Await.until(
                        Duration.ofSeconds(20),
                        () -> fleet.organization().get(acts).expect(200),
                        PublicLog::areAllPlaced)
                .body();
        assertThat(devices)
                .hasSizeGreaterThanOrEqualTo(50)
                .allSatisfy(device -> assertThat(seen).contains("\"device:" + device.getString("deviceId") + "\""));
        assertThat(seen).contains("\"total\":" + created);
        Checkpoint after = log.checkpoint();
        log.assertGrown(before, after);
        assertThat(log.rootOfTiles(after.size())).isEqualTo(after.root());
        for (JsonObject device : devices) {
            if (device.containsKey("log")) {
                log.assertGrown(log.assertReceipt(device.getJsonObject("log")), after);
            }
        }
    }
}
