package dev.muster.bench;

import dev.muster.bench.engine.StatementLog;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What is measured, and the engine that it is measured against; both have the settings of an installation. */
final class Bench {

    private Bench() {}

    static Path directory() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("muster.bench.directory")));
    }

    /**
     * An engine with its stock settings: those by which the library makes commits fast and not durable are taken back. Each
     * line of its log begins with the number of a process.
     */
    static Postgres engine() throws IOException {
        return Postgres.start(
                Files.createTempDirectory(directory(), "postgres"),
                Map.of(
                        "fsync",
                        "on",
                        "synchronous_commit",
                        "on",
                        "logging_collector",
                        "on",
                        "log_filename",
                        StatementLog.FILE,
                        "log_line_prefix",
                        "%p"));
    }

    /** The demonstration on this engine, with a heap of 1 GiB. */
    static MusterServer server(Postgres postgres) throws IOException {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("muster.heap", "1g");
        return server(settings);
    }

    /** @param own settings that are not those of the demonstration */
    static MusterServer server(Map<String, String> own) throws IOException {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("muster.demo", "true");
        settings.put("muster.master-key", "YmVuY2ggaXMgb25seSBmb3IgbWVhc3VyZW1lbnRzISE=");
        return MusterServer.start(
                Login.demonstration("admin"), Files.createTempDirectory(directory(), "server"), settings);
    }

    /** The management API as a user of the demonstration; paths are below {@code /api/v1}. */
    static ApiClient user(MusterServer server, String name) {
        return server.nobody()
                .basic(name, Login.DEMONSTRATION_PASSWORD)
                .withNewToken()
                .below("/api/v1");
    }
}
