package dev.muster.bench.engine;

import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark: the same statements, with no Muster between them and the engine. */
public final class Pgbench {

    public static final int CLIENTS = 16;

    /** For each client; so many numbers are its own. */
    public static final int NUMBERS = 100_000;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final Postgres postgres;
    private final Path directory;

    private Pgbench(Path program, Postgres postgres, Path directory) {
        this.program = program;
        this.postgres = postgres;
        this.directory = directory;
    }

    public static Pgbench of(Postgres postgres, Path directory) {
        return new Pgbench(find(), postgres, directory);
    }

    /** Where it is; there is nothing to compare with without it. */
    public static Path find() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench is not on the PATH. Install PostgreSQL's client programs (Debian: postgresql-contrib) and"
                                + " run this again."));
    }

    /**
     * Transactions a second.
     *
     * @param before lines that set variables; there are {@code client_id} and, for each transaction of a client, {@code i}
     */
    public double rate(String name, String before, List<String> statements, int transactions)
            throws IOException, InterruptedException {
        Path script = directory.resolve(name + ".pgbench");
        Files.writeString(script, before + "begin;\n" + String.join(";\n", statements) + ";\ncommit;\n");
        String output = run(script, transactions);
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || !output.contains("failed transactions: 0 ")) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(Path script, int transactions) throws IOException, InterruptedException {
        List<String> command = List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--transactions=" + transactions,
                "--define=i=0",
                "--file=" + script,
                "--host=localhost",
                "--port=" + postgres.port(),
                "--username=muster",
                "muster");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", Postgres.PASSWORD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output;
    }
}
