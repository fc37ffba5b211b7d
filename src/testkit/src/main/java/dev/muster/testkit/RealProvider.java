package dev.muster.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Spring Authorization Server ({@code src/oidc-provider}) in a process of its own, and the users that it has. */
public final class RealProvider implements AutoCloseable {

    private static final String CLIENT = "muster";

    private static final String SECRET = "only-for-the-tests";

    public static final String PASSWORD = "only-at-the-provider";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final int port;
    private final Map<String, String> users = new TreeMap<>();
    private Process process;

    /** @param directory that exists, of its own */
    public RealProvider(Path directory) {
        this.directory = directory;
        this.port = Integer.parseInt(FreePorts.settings().get("muster.http-port"));
    }

    /** @param callback where a login returns */
    public RealProvider start(String callback) throws IOException {
        write();
        Path module = Path.of(System.getProperty("muster.home"), "src/oidc-provider/target");
        Path log = directory.resolve("provider.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        module.resolve("classes") + ":" + module.resolve("lib") + "/*",
                        "dev.muster.provider.Provider",
                        Integer.toString(port),
                        directory.resolve("users.properties").toString(),
                        callback)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Await.until(PATIENCE, () -> text(log), text -> text.contains("\nready") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the provider has ended: " + text(log));
        }
        return this;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a server that uses it, without the groups. */
    public Map<String, String> settings() {
        return Map.of(
                "muster.oidc.issuer", issuer(), "muster.oidc.client-id", CLIENT, "muster.oidc.client-secret", SECRET);
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Makes a user whose password is {@link #PASSWORD}, or changes the groups of one. */
    public void put(String username, String subject, String name, String... groups) {
        users.put(username, subject + "|" + name + "|" + PASSWORD + "|" + String.join(",", groups));
        write();
    }

    /** The provider reads it at each login. */
    private void write() {
        String lines = users.entrySet().stream()
                .map(user -> user.getKey() + "=" + user.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(directory.resolve("users.properties"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
