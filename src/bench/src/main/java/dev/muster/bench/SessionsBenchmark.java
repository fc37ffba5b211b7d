package dev.muster.bench;

import dev.muster.bench.load.BenchCertificate;
import dev.muster.bench.load.FleetFile;
import dev.muster.bench.load.Load;
import dev.muster.bench.load.Provisioned;
import dev.muster.bench.mqtt.IdleDevices;
import dev.muster.bench.mqtt.MqttLoad.Login;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import dev.muster.testkit.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Idle sessions of MQTT: what they take of the server's memory, how soon all are connected, and how soon all are back after the
 * server was killed and started again. Meanwhile the login page is opened once a second. Each session needs a file of the system on
 * both sides: raise {@code ulimit -n} above the number of devices.
 */
final class SessionsBenchmark {

    private static final int DEVICES = Integer.getInteger("muster.bench.sessions", 10_000);

    private static final int CONNECTIONS = 16;

    private static final Duration LONG = Duration.ofMinutes(10);

    private final Postgres postgres;
    private final MusterServer server;
    private final IdleDevices devices;

    private SessionsBenchmark(Postgres postgres, MusterServer server) {
        this.postgres = postgres;
        this.server = server;
        this.devices = new IdleDevices(server.port("muster.mqtt-port"));
    }

    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            ImportApi imports = new ImportApi(server);
            imports.commit(imports.importFile(FleetFile.write(directory.resolve("fleet.csv"), 0, DEVICES)));
            System.out.println(new SessionsBenchmark(postgres, server).measure());
        }
    }

    private String measure() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        List<Login> logins = logins();
        StringBuilder table = new StringBuilder("""
                | sessions | connected within | login page, worst | resident before | resident after | heap for one |
                |--:|--:|--:|--:|--:|--:|
                """);
        try (devices) {
            table.append(row(logins));
            server.kill();
            devices.close();
            server.launch();
            table.append(row(logins));
        }
        return table.toString();
    }

    private List<Login> logins() throws IOException, GeneralSecurityException, InterruptedException {
        BenchCertificate certificate =
                BenchCertificate.create(Bench.user(server, "marco"), BenchCertificate.Kind.EC_P256);
        return new Load(Trust.in(server.root()), server.port())
                .run(CONNECTIONS, LONG, certificate.requests(0, DEVICES)).exchanges().stream()
                        .filter(Load.Exchange::isAccepted)
                        .map(exchange -> Provisioned.of(exchange.reply(), ""))
                        .map(device -> new Login(device.accessKey(), device.accessToken()))
                        .toList();
    }

    private String row(List<Login> logins) throws SQLException, InterruptedException {
        postgres.execute("vacuum analyze", "checkpoint");
        long heap = server.memory().heapInUse();
        long resident = server.memory().residentKib();
        AtomicBoolean ends = new AtomicBoolean();
        double[] worst = new double[1];
        Thread user = Thread.ofPlatform().start(() -> worst[0] = worstPage(ends));
        long begin = System.nanoTime();
        devices.connect(logins);
        double seconds = (System.nanoTime() - begin) / 1e9;
        ends.set(true);
        user.join();
        long after = server.memory().residentKib();
        return "| %d | %.0f s | %.0f ms | %d MiB | %d MiB | %.1f KB |%n"
                .formatted(
                        devices.connected(),
                        seconds,
                        worst[0],
                        resident / 1024,
                        after / 1024,
                        (server.memory().heapInUse() - heap) / 1e3 / logins.size());
    }

    /** The longest time of an answer, in milliseconds. */
    private double worstPage(AtomicBoolean ends) {
        double worst = 0;
        while (!ends.get()) {
            long begin = System.nanoTime();
            server.nobody().get("/login.xhtml").expect(200);
            worst = Math.max(worst, (System.nanoTime() - begin) / 1e6);
            pause();
        }
        return worst;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
