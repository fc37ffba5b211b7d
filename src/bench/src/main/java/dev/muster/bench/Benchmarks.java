package dev.muster.bench;

import dev.muster.bench.handshake.HandshakeBenchmark;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.nio.file.Path;

/** {@code imports}, {@code devices}, {@code log}, {@code overview}, {@code telemetry}, {@code sessions}, {@code handshakes} or {@code start}: which measurement to run. */
public final class Benchmarks {

    private Benchmarks() {}

    /** @param arguments the name of one */
    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 1 ? arguments[0] : "";
        switch (name) {
            case "imports" -> ImportBenchmark.run();
            case "devices" -> DeviceBenchmark.run();
            case "log" -> LogBenchmark.run();
            case "overview" -> OverviewBenchmark.run();
            case "telemetry" -> TelemetryBenchmark.run();
            case "sessions" -> SessionsBenchmark.run();
            case "handshakes" -> handshakes();
            case "start" -> StartBenchmark.run();
            default ->
                throw new IllegalArgumentException(
                        "Say -Dbench=imports, -Dbench=devices, -Dbench=log, -Dbench=overview, -Dbench=telemetry,"
                                + " -Dbench=sessions, -Dbench=handshakes or -Dbench=start, not " + name);
        }
    }

    private static void handshakes() throws Exception {
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            HandshakeBenchmark.run(server, Bench.user(server, "marco"), directory);
        }
    }
}
