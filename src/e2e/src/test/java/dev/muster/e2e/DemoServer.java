package dev.muster.e2e;

import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** The demonstration run, as the README starts it, on free ports and new data. All tests of this process share it. */
final class DemoServer {

    private static MusterServer running;

    private DemoServer() {}

    static synchronized MusterServer running() {
        if (running == null) {
            Path directory = Path.of(System.getProperty("muster.e2e.directory"), "server-" + UUID.randomUUID());
            running = MusterServer.start(Login.demonstration("admin"), directory, settings());
        }
        return running;
    }

    /** Of a server that works for minutes. */
    static Map<String, String> settings() {
        return settings("muster.e2e.long-life");
    }

    /** Of a server that works for a minute. */
    static Map<String, String> quickStart() {
        return settings("muster.e2e.quick-start");
    }

    private static Map<String, String> settings(String jvmOptions) {
        return Map.of("muster.demo", "true", "muster.jvm-options", System.getProperty(jvmOptions));
    }
}
