package dev.muster.bench;

import dev.muster.bench.engine.LoggedStatement;
import dev.muster.bench.engine.Pgbench;
import dev.muster.bench.engine.SameSql;
import dev.muster.bench.engine.StatementLog;
import dev.muster.bench.load.BenchCertificate;
import dev.muster.bench.load.DeviceConnection;
import dev.muster.bench.load.Durations;
import dev.muster.bench.load.FleetFile;
import dev.muster.bench.load.Load;
import dev.muster.bench.load.LoadResult;
import dev.muster.bench.load.Provisioned;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;

/**
 * Devices against the engine alone, in one run: provision requests and telemetry messages a second against pgbench with the
 * same SQL; what becomes of ten and twenty times the connections; and whether the time of a refusal tells an access key that exists.
 */
final class DeviceBenchmark {

    private static final int CONNECTIONS = 16;

    /** Of each a while with the usual connections and a while with the crowd. */
    private static final int ROUNDS_OF_OVERLOAD = 4;

    /** Ten times the connections, and twice as many, of which more are refused. */
    private static final List<Integer> CROWDS = List.of(10 * CONNECTIONS, 20 * CONNECTIONS);

    private static final int FLEET = 360_000;

    /** Until the JVM has compiled most of what runs. */
    private static final Duration WARM_UP = Duration.ofSeconds(150);

    private static final Duration MEASURED = Duration.ofSeconds(20);

    /** Long enough to see whether it recovers in ten seconds. */
    private static final Duration AFTER_A_CROWD = Duration.ofSeconds(12);

    /** More than are sent in the time. */
    private static final int ENOUGH = 40_000;

    private static final int ENOUGH_TO_WARM_UP = 60_000;

    private static final int ROUNDS_TO_WARM_UP = 150;

    private static final int TRANSACTIONS = 1_500;

    private static final int REPORTING = 1_000;

    private static final int REFUSALS = 2_000;

    private static final int FIRST_REFUSALS = 500;

    private final Postgres postgres;
    private final MusterServer server;
    private final SSLContext trust;
    private final ApiClient maker;
    private final Load load;
    private final SameSql sameSql;
    private final StatementLog log;
    private final DeviceReport report;
    private final BenchCertificate certificate;
    private long next;

    private DeviceBenchmark(Postgres postgres, MusterServer server, Pgbench pgbench)
            throws IOException, GeneralSecurityException, InterruptedException, SQLException {
        this.postgres = postgres;
        this.server = server;
        this.maker = Bench.user(server, "marco");
        this.trust = Trust.in(server.root());
        this.load = new Load(trust, server.port());
        this.sameSql = new SameSql(postgres, pgbench);
        this.log = new StatementLog(postgres);
        this.report = new DeviceReport(postgres);
        this.certificate = BenchCertificate.create(maker, BenchCertificate.Kind.EC_P256);
    }

    /** Runs all and prints a Markdown page. */
    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Pgbench.find();
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            ImportApi imports = new ImportApi(server);
            imports.commit(imports.importFile(FleetFile.write(directory.resolve("fleet.csv"), 0, FLEET)));
            DeviceBenchmark benchmark = new DeviceBenchmark(postgres, server, Pgbench.of(postgres, directory));
            benchmark.measure();
            System.out.println(benchmark.report.text());
        }
    }

    private void measure() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        List<Provisioned> devices = devices(load.run(CONNECTIONS, WARM_UP, proofs(ENOUGH_TO_WARM_UP)));
        provision();
        telemetry(devices.subList(0, REPORTING));
        for (int connections : CROWDS) {
            overload(connections);
        }
        for (BenchCertificate.Kind kind : BenchCertificate.Kind.values()) {
            refusals(kind);
        }
        report.memory(server.memory().peakKib() / 1024);
    }

    private void provision() throws IOException, SQLException, InterruptedException {
        Provisioned[] example = new Provisioned[1];
        List<LoggedStatement> statements = log.transaction("insert into provisioning_attempt", () -> {
            String proofId = BenchCertificate.newProofId();
            example[0] = Provisioned.of(send(certificate.request(FleetFile.imei(next++), proofId)), proofId);
        });
        Queue<byte[]> proofs = proofs(ENOUGH);
        tidy();
        LoadResult result = load.run(CONNECTIONS, MEASURED, proofs);
        tidy();
        double alone = sameSql.provision(statements, example[0], TRANSACTIONS);
        report.against("provision", statements, result, alone);
    }

    private void telemetry(List<Provisioned> devices) throws IOException, SQLException, InterruptedException {
        load.run(CONNECTIONS, WARM_UP, messages(devices, ROUNDS_TO_WARM_UP));
        long ts = System.currentTimeMillis();
        List<LoggedStatement> statements = log.transaction(
                "insert into telemetry ", () -> send(devices.get(0).message(ts)));
        Queue<byte[]> messages = messages(devices, ENOUGH / REPORTING);
        tidy();
        LoadResult result = load.run(CONNECTIONS, MEASURED, messages);
        tidy();
        double alone = sameSql.telemetry(statements, devices.get(0), ts, TRANSACTIONS, 2 * TRANSACTIONS);
        report.against("telemetry message", statements, result, alone);
    }

    /** The crowd and the usual connections take turns, so that a machine that is slow for a while is slow for both. */
    private void overload(int connections) throws InterruptedException, SQLException {
        Queue<byte[]> proofs = new ConcurrentLinkedQueue<>();
        List<LoadResult> crowded = new ArrayList<>();
        List<LoadResult> usual = new ArrayList<>();
        tidy();
        for (int i = 0; i < ROUNDS_OF_OVERLOAD; i++) {
            fill(proofs);
            crowded.add(load.run(connections, MEASURED, proofs));
            usual.add(load.run(CONNECTIONS, AFTER_A_CROWD, proofs));
        }
        report.overload(connections, crowded, usual);
    }

    /** An access key that does not exist, and a key that is not the certificate's, one after the other. */
    private void refusals(BenchCertificate.Kind kind)
            throws IOException, InterruptedException, GeneralSecurityException {
        BenchCertificate known = BenchCertificate.create(maker, kind);
        BenchCertificate other = BenchCertificate.create(maker, kind);
        byte[] unknownKey = known.withAccessKey("A".repeat(known.accessKey().length()))
                .request(FleetFile.imei(next), BenchCertificate.newProofId());
        byte[] badSignature = known.withKeyOf(other).request(FleetFile.imei(next), BenchCertificate.newProofId());
        Durations unknown = new Durations();
        Durations bad = new Durations();
        try (DeviceConnection connection = new DeviceConnection(trust, server.port())) {
            for (int i = 0; i < FIRST_REFUSALS; i++) {
                refused(connection, unknownKey);
                refused(connection, badSignature);
            }
            for (int i = 0; i < REFUSALS; i++) {
                unknown.measure(() -> refused(connection, unknownKey));
                bad.measure(() -> refused(connection, badSignature));
            }
        }
        report.refusals(kind.algorithm(), unknown, bad);
    }

    private static void refused(DeviceConnection connection, byte[] request) throws IOException {
        DeviceConnection.Reply reply = connection.send(request);
        if (reply.status() != 401) {
            throw new IllegalStateException(reply.toString());
        }
    }

    private DeviceConnection.Reply send(byte[] request) throws IOException {
        try (DeviceConnection connection = new DeviceConnection(trust, server.port())) {
            DeviceConnection.Reply reply = connection.send(request);
            if (reply.status() >= 300) {
                throw new IllegalStateException(reply.toString());
            }
            return reply;
        }
    }

    /** Requests of devices that have not been asked for before. */
    private Queue<byte[]> proofs(int count) {
        Queue<byte[]> proofs = certificate.requests(next, count);
        next += count;
        return proofs;
    }

    /** What is left of the last round is not yet too old. */
    private void fill(Queue<byte[]> proofs) {
        proofs.addAll(proofs(ENOUGH - proofs.size()));
    }

    /** Rounds of messages, one of each device in each. */
    private static Queue<byte[]> messages(List<Provisioned> devices, int rounds) {
        long now = System.currentTimeMillis();
        Queue<byte[]> messages = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < rounds; i++) {
            long ts = now - i; // no two of a device have the same
            devices.forEach(device -> messages.add(device.message(ts)));
        }
        return messages;
    }

    private static List<Provisioned> devices(LoadResult provisioned) {
        List<Provisioned> devices = new ArrayList<>();
        provisioned.exchanges().stream()
                .filter(Load.Exchange::isAccepted)
                .forEach(exchange -> devices.add(Provisioned.of(exchange.reply(), "")));
        return devices;
    }

    private void tidy() throws SQLException {
        postgres.execute("vacuum analyze", "checkpoint");
    }
}
