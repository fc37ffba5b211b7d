package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * Devices that are created one after the other, each with its leaf in the transparency log. A server that is killed meanwhile loses no
 * act that it acknowledged, and leaves no gap.
 */
record LogLoad(
        Fleet fleet, Certificate certificate, PublicLog log, Checkpoint before, Acknowledged<JsonObject> acknowledged) {

    private static final int DEVICES = 400;

    private static final long FIRST = 640_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static LogLoad on(MusterServer server) {
        Fleet fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(FIRST, DEVICES));
        PublicLog log = PublicLog.of(server);
        return new LogLoad(fleet, fleet.newCertificate(), log, log.checkpoint(), new Acknowledged<>());
    }

    void run() {
        acknowledged.collect(
                DEVICES,
                i -> SimulatedDevice.request(
                                fleet.server().nobody(), Proof.fresh(certificate, ImportFile.imei(FIRST + i)))
                        .expect(201)
                        .json());
    }

    void assertKept() {
        List<JsonObject> devices = acknowledged.all();
        int created = fleet.organization()
                .get(fleet.devicesPath() + "?size=1")
                .expect(200)
                .json()
                .getInt("total");
        String acts = fleet.organizationPath() + "/log?act=device-created&size=500";
        String seen = Await.until(PATIENCE, () -> fleet.organization().get(acts).expect(200), PublicLog::areAllPlaced)
                .body();
        assertThat(devices)
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
