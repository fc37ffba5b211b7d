package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A server that is killed while it works, and started again, misses nothing that it acknowledged, and goes on with the large
 * change that it had begun. All kinds of work go on at the same time: a start takes too long to have one for each kind.
 */
@OnBothDatabases
class KillIT {

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 25;

    @Parameter
    Database database;

    private final long seed = Long.getLong("muster.it.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** At each kill devices report over MQTT, and a large upload and a large commit are at work. The first kill ends all other work. */
    @Test
    void nothingThatWasAcknowledgedIsMissing() throws Exception {
        MusterServer server = database.server();
        ImportLoad imports = ImportLoad.on(server, random);
        Work work = Work.on(server);
        int kills = kills();
        System.out.printf("%s: %d kills with muster.it.seed=%d%n", database, kills, seed);
        for (int i = 0; i < kills; i++) {
            boolean isFirst = i == 0;
            imports.prepare();
            try (MqttLoad mqtt = MqttLoad.on(server)) {
                mqtt.awaitMore();
                if (isFirst) {
                    work.begin();
                }
                imports.begin();
                imports.awaitMoment(isFirst);
                server.kill();
                work.end();
                server.launch();
                mqtt.assertEverythingIsKeptOnce("kill " + i + " on " + database);
            }
            System.out.printf("%s: kill %d: %s%n", database, i, imports.assertWholeOrAbsent());
        }
        work.assertKept();
    }

    /** Of three, two on PostgreSQL, which is for what must survive. */
    private int kills() {
        int all = Integer.getInteger("muster.it.kill-cycles", 3);
        int onPostgres = (all * 3 + 4) / 5;
        return database == Database.POSTGRESQL ? onPostgres : Math.max(1, all - onPostgres);
    }

    /** Work of several kinds, each of which does one thing after the other and notes what was acknowledged. */
    private record Work(
            RowEdits edits,
            Commits commits,
            Provisions provisions,
            Tries tries,
            UntimedReports reports,
            LogLoad log,
            Draft draft,
            List<CompletableFuture<Void>> running) {

        static Work on(MusterServer server) {
            Fleet fleet = Fleet.create(server);
            Provisions provisions = Provisions.of(fleet);
            return new Work(
                    RowEdits.of(fleet),
                    new Commits(fleet, new Acknowledged<>()),
                    provisions,
                    Tries.of(provisions),
                    UntimedReports.of(fleet),
                    LogLoad.on(server),
                    MisspelledTypes.upload(Fleet.create(server)),
                    new ArrayList<>());
        }

        /** Returns when all kinds are at work, and the large change has begun. */
        void begin() throws InterruptedException {
            Stream.<Runnable>of(edits::run, commits::run, provisions::run, tries::run, reports::run, log::run)
                    .map(one -> CompletableFuture.runAsync(one, task -> new Thread(task).start()))
                    .forEach(running::add);
            for (Acknowledged<?> acknowledged : List.of(
                    edits.acknowledged,
                    commits.acknowledged,
                    provisions.acknowledged,
                    tries.acknowledged,
                    reports.acknowledged(),
                    log.acknowledged())) {
                acknowledged.await(ACKNOWLEDGED_BEFORE_THE_KILL);
            }
            MisspelledTypes.mend(draft).expect(202);
        }

        /** Returns when all have noticed that the server is gone. */
        void end() throws Exception {
            for (CompletableFuture<Void> worker : running) {
                worker.get(60, TimeUnit.SECONDS);
            }
        }

        void assertKept() {
            edits.assertKept();
            commits.assertKept();
            provisions.assertKept();
            tries.assertKept();
            reports.assertKept();
            log.assertKept();
            MisspelledTypes.assertMended(draft);
        }
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

        private static final int AGAIN = 100;

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
            for (int i = 0; i < AGAIN; i++) {
                assertThat(tryOnce()).isEqualTo(409);
            }
            String found = fleet.devicesPath() + "?search=" + proof.identifier();
            assertThat(fleet.organization().get(found).expect(200).items()).hasSize(1);
        }
    }
}
