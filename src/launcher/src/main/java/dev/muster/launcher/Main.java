package dev.muster.launcher;

import dev.muster.launcher.bootstrap.PlatformBootstrap;
import dev.muster.launcher.payara.Bootstrap;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs one server in the foreground: prepares, starts, waits until it works, says so, and stops it with this process.
 * Whatever prevents that is told in one sentence on standard error, with exit code 1.
 */
public final class Main {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private Main() {}

    public static void main(String[] arguments) {
        SettingsSource source = SettingsSource.ofProcess();
        try {
            run(ServerSettings.from(source), PlatformBootstrap.from(source));
        } catch (LaunchFailure failure) {
            System.err.println("Muster: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(ServerSettings settings, Bootstrap bootstrap) {
        long begin = System.nanoTime();
        System.out.println("Muster: starting the server, about half a minute ...");
        PayaraServer server = PayaraServer.start(settings, bootstrap);
        AtomicBoolean stopping = stopWithThisProcess(server);
        try {
            server.awaitReady(START_PATIENCE);
            System.out.println(new Banner(settings, Duration.ofNanos(System.nanoTime() - begin)).text());
            int code = server.onExit().join();
            throw new LaunchFailure("The server ended by itself with code " + code + ": see " + server.logFile() + ".");
        } catch (LaunchFailure failure) {
            if (!stopping.get()) {
                throw failure;
            }
        }
    }

    /**
     * Ctrl-C reaches the server too, a {@code kill} of this process does not: the hook ends it either way, and this
     * process ends only after it.
     *
     * @return whether that has begun, so that the end of the server is no surprise
     */
    private static AtomicBoolean stopWithThisProcess(PayaraServer server) {
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stopping.set(true);
                            server.stop();
                        },
                        "stop-server"));
        return stopping;
    }
}
