package dev.muster.launcher.payara;

import dev.muster.launcher.settings.DatabaseSettings;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.Ports;
import dev.muster.launcher.settings.ServerSecrets;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One running server: a JVM with the deployed application. It ends by {@link #stop()}, by {@link #kill()} (for tests of
 * a power cut), or by itself; {@link #onExit()} reports its end.
 */
public final class PayaraServer {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /** What the server's process must not have. */
    private static final List<String> LAUNCHERS_SECRETS =
            List.of(SettingsSource.variable(DatabaseSettings.OWNER_PASSWORD), "MUSTER_NEW_MASTER_KEY");

    private final ServerSettings settings;
    private final Process process;
    private final Readiness readiness;
    private final Listeners listeners;
    private final ServerCertificateRenewal renewal;
    private final StartLog startLog;

    private PayaraServer(
            ServerSettings settings,
            Process process,
            PayaraDomain domain,
            Readiness readiness,
            ServerCertificateRenewal renewal) {
        this.settings = settings;
        this.process = process;
        this.readiness = readiness;
        this.listeners = new Listeners(
                settings.addresses(), new Administration(settings.addresses().admin(), domain));
        this.renewal = renewal;
        this.startLog = new StartLog(settings.locations());
        process.onExit().thenRun(renewal::close);
        renewal.start();
    }

    /**
     * Checks the ports, runs the bootstrap, makes the domain and starts the JVM. Does not wait for the application.
     *
     * @throws LaunchFailure if a port is in use, a file is missing, or the bootstrap fails
     */
    public static PayaraServer start(ServerSettings settings, Bootstrap bootstrap) {
        settings.locations().requireProgram();
        Ports.requireFree(settings.addresses());
        Preparation prepared = bootstrap.prepare(settings);
        PayaraDomain domain = PayaraDomain.create(settings);
        Readiness readiness = Readiness.of(settings);
        return new PayaraServer(
                settings, launch(settings, domain, prepared.secrets()), domain, readiness, renewal(prepared));
    }

    /**
     * Returns when the server reports that it is healthy, the portal answers, and all its ports are open.
     *
     * @throws LaunchFailure if the process ends before that, or does not come so far in time
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!listeners.areOpen() || !readiness.isReady()) {
            if (hasEndedWithin(Duration.ofMillis(250))) {
                throw new LaunchFailure("The server ended before it was ready: see " + logFile() + ".");
            }
            startLog.refusal().ifPresent(line -> {
                throw new LaunchFailure(line);
            });
            if (System.nanoTime() > deadline) {
                throw new LaunchFailure("The server was not ready within %d seconds: see %s."
                        .formatted(patience.toSeconds(), logFile()));
            }
        }
    }

    /** Asks the server to end, as a service manager would, and kills it after half a minute. */
    public void stop() {
        process.destroy();
        if (!hasEndedWithin(STOP_PATIENCE)) {
            kill();
        }
    }

    /** Ends the process at once, like {@code kill -9} or a power cut, and returns when it has ended. */
    public void kill() {
        process.destroyForcibly();
        onExit().join();
    }

    /**
     * Gives the running server a new certificate now. Otherwise this happens automatically 60 days before the old one
     * expires.
     *
     * @throws IOException if the key store cannot be written
     */
    public void renewCertificate() throws IOException, GeneralSecurityException {
        renewal.renew(Instant.now());
    }

    /** Closes the port of a listener of {@code payara.asadmin} (for tests). {@link #awaitReady} opens it again. */
    public void closeListener(String name) {
        listeners.close(name);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Completes with the exit code. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public Path logFile() {
        return settings.locations().logFile();
    }

    public ServerSettings settings() {
        return settings;
    }

    private boolean hasEndedWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while waiting for the server.", e);
        }
    }

    private static ServerCertificateRenewal renewal(Preparation prepared) {
        return new ServerCertificateRenewal(
                prepared.certificate(),
                prepared.certificates(),
                complaint -> System.err.println("Muster: " + complaint));
    }

    private static Process launch(ServerSettings settings, PayaraDomain domain, ServerSecrets secrets) {
        ProcessBuilder builder = new ProcessBuilder(OwnersOnly.command(new JavaCommand(settings, domain).line()));
        builder.directory(domain.directory().toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(settings.locations().consoleFile().toFile());
        addEnvironment(builder.environment(), settings, secrets);
        try {
            domain.replaceStockSecrets(settings.locations());
            OwnersOnly.close(settings.locations());
            Process process = builder.start();
            tellMasterPassword(process, secrets);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the server's JVM", e);
        }
    }

    private static void addEnvironment(
            Map<String, String> environment, ServerSettings settings, ServerSecrets secrets) {
        DatabaseSettings database = settings.database();
        environment.put("MUSTER_DB_URL", database.url());
        environment.put("MUSTER_DB_USER", database.application().user());
        environment.put("MUSTER_DB_PASSWORD", database.application().password());
        settings.outside().addTo(environment);
        secrets.masterKey().ifPresent(key -> environment.put("MUSTER_MASTER_KEY", key));
        for (String own : LAUNCHERS_SECRETS) {
            environment.remove(own);
            environment.remove(own + "_FILE");
        }
        settings.secretFiles().forEach((variable, file) -> {
            environment.put(variable, file.toString());
            environment.remove(variable.replaceFirst("_FILE$", ""));
        });
    }

    /**
     * Tells the server the password of its key stores, which it calls the master password and reads from standard
     * input.
     */
    private static void tellMasterPassword(Process process, ServerSecrets secrets) throws IOException {
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write("AS_ADMIN_MASTERPASSWORD=" + secrets.keyStorePassword() + "\n");
        }
    }
}
