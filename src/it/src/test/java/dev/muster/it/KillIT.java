package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A server that is killed while it works, and started again, misses nothing that it acknowledged, and goes on with the large
 * change that it had begun.
 */
@OnBothDatabases
class KillIT {

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 25;

    @Parameter
    Database database;

    @Test
    void nothingThatWasAcknowledgedIsMissing() throws Exception {
        MusterServer server = database.server();
        Fleet fleet = Fleet.create(server);
        RowEdits edits = RowEdits.of(fleet);
        Commits commits = new Commits(fleet, new Acknowledged<>());
        Provisions provisions = Provisions.of(fleet);
        Tries tries = Tries.of(provisions);
        UntimedReports reports = UntimedReports.of(fleet);
        Draft draft = MisspelledTypes.upload(Fleet.create(server));
        List<CompletableFuture<Void>> work = Stream.<Runnable>of(
                        edits::run, commits::run, provisions::run, tries::run, reports::run)
                .map(CompletableFuture::runAsync)
                .toList();
        for (Acknowledged<?> acknowledged : List.of(
                edits.acknowledged,
                commits.acknowledged,
                provisions.acknowledged,
                tries.acknowledged,
                reports.acknowledged())) {
            acknowledged.await(ACKNOWLEDGED_BEFORE_THE_KILL);
        }
        MisspelledTypes.mend(draft).expect(202);
        server.kill();
        for (CompletableFuture<Void> worker : work) {
            worker.get(60, TimeUnit.SECONDS);
        }
        server.launch();
        edits.assertKept();
        commits.assertKept();
        provisions.assertKept();
        tries.assertKept();
        reports.assertKept();
        MisspelledTypes.assertMended(draft);
    }

    /** Cells of a draft, edited one after the other. */
    private record RowEdits(Fleet fleet, String importPath, List<String> rowIds, Acknowledged<Integer> acknowledged) {

        static RowEdits of(Fleet fleet) {
            String id = fleet.upload(ImportFile.of(100_000, 500)).expect(201).text("id");
            String path = fleet.importsPath() + "/" + id;
            List<String> rows = rows(fleet, path).stream()
                    .map(row -> row.get("id").toString().replace("\"", ""))
                    .toList();
            return new RowEdits(fleet, path, rows, new Acknowledged<>());
        }

        void run() {
            acknowledged.collect(rowIds.size(), i -> {
                String change = "{\"deviceName\":\"renamed-%d\"}".formatted(i);
                fleet.organization()
                        .patch(importPath + "/rows/" + rowIds.get(i), change, null)
                        .expect(200);
                return i;
            });
        }

        void assertKept() {
            List<JsonObject> rows = rows(fleet, importPath);
            assertThat(acknowledged.all())
                    .allSatisfy(
                            i -> assertThat(rows.get(i).getString("deviceName")).isEqualTo("renamed-" + i));
        }

        private static List<JsonObject> rows(Fleet fleet, String path) {
            Answer rows = fleet.organization().get(path + "/rows?size=500").expect(200);
            return rows.items().getValuesAs(JsonObject.class);
        }
    }

    /** Small imports, each uploaded and committed. */
    private record Commits(Fleet fleet, Acknowledged<String> acknowledged) {

        private static final int ROWS = 3;

        void run() {
            acknowledged.collect(500, i -> {
                String csv = ImportFile.of(200_000 + (long) ROWS * i, ROWS);
                String id = fleet.upload(csv).expect(201).text("id");
                fleet.commit(id).expect(200);
                return id;
            });
        }

        /** Whole imports alone: those that were acknowledged, and perhaps the one whose answer the kill swallowed. */
        void assertKept() {
            for (String id : acknowledged.all()) {
                Answer batch = fleet.organization().get(fleet.importsPath() + "/" + id);
                assertThat(batch.expect(200).text("status")).isEqualTo("COMMITTED");
            }
            int enrolled = fleet.organization()
                    .get(fleet.organizationPath() + "/enrollments?size=1")
                    .expect(200)
                    .json()
                    .getInt("total");
            int others = Provisions.IDENTIFIERS + 1;
            int batches = (enrolled - others) / ROWS;
            assertThat(enrolled).isEqualTo(others + batches * ROWS);
            assertThat(batches - acknowledged.all().size()).isBetween(0, 1);
        }
    }

    /** Devices, each provisioned and then heard once. */
    private record Provisions(Fleet fleet, Certificate certificate, Acknowledged<SimulatedDevice> acknowledged) {

        /** The last one is for {@link Tries}. */
        static final int IDENTIFIERS = 501;

        static Provisions of(Fleet fleet) {
            fleet.enroll(ImportFile.of(300_000, IDENTIFIERS));
            return new Provisions(fleet, fleet.newCertificate(), new Acknowledged<>());
        }

        void run() {
            acknowledged.collect(IDENTIFIERS - 1, i -> {
                String identifier = ImportFile.imei(300_000L + i);
                SimulatedDevice device = SimulatedDevice.provision(fleet.server(), certificate, identifier);
                device.report(1, "{\"heard\":%d}".formatted(i)).expect(202);
                return device;
            });
        }

        void assertKept() {
            Map<String, SimulatedDevice> byId =
                    acknowledged.all().stream().collect(Collectors.toMap(SimulatedDevice::id, device -> device));
            byId.forEach((id, device) -> {
                device.client().get("/api/v1/device").expect(200);
                String path = fleet.devicesPath() + "/" + id + "/telemetry";
                assertThat(fleet.organization().get(path).expect(200).items()).hasSize(1);
            });
        }
    }

    /** One proof, tried again and again, before the kill and after it. */
    private record Tries(Fleet fleet, ApiClient nobody, Proof proof, Acknowledged<Integer> acknowledged) {

        private static final int TIMES = 500;

        static Tries of(Provisions provisions) {
            String identifier = ImportFile.imei(300_000L + Provisions.IDENTIFIERS - 1);
            return new Tries(
                    provisions.fleet,
                    provisions.fleet.server().nobody(),
                    Proof.fresh(provisions.certificate, identifier),
                    new Acknowledged<>());
        }

        void run() {
            acknowledged.collect(TIMES, i -> tryOnce());
        }

        private int tryOnce() {
            return SimulatedDevice.request(nobody, proof).status();
        }

        /** What the first try has made, no later one makes again. */
        void assertKept() {
            List<Integer> before = acknowledged.all();
            assertThat(before.get(0)).isEqualTo(201);
            assertThat(before.subList(1, before.size())).containsOnly(409);
            for (int i = before.size(); i < 2 * TIMES; i++) {
                assertThat(tryOnce()).isEqualTo(409);
            }
            String found = fleet.devicesPath() + "?search=" + proof.identifier();
            assertThat(fleet.organization().get(found).expect(200).items()).hasSize(1);
        }
    }
}
