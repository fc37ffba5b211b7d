package dev.muster.bench;

/** {@code imports}, {@code devices}, {@code log}, {@code overview}, {@code telemetry}, {@code sessions} or {@code start}: which measurement to run. */
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
            case "start" -> StartBenchmark.run();
            default ->
                throw new IllegalArgumentException(
                        "Say -Dbench=imports, -Dbench=devices, -Dbench=log, -Dbench=overview, -Dbench=telemetry,"
                                + " -Dbench=sessions or -Dbench=start, not " + name);
        }
    }
}
