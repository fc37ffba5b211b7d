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
 * Runs one server in the foreground: prepares and starts it, waits until it is ready, says so, and stops it when this
 * process stops. If something prevents that, one sentence on standard error says what, and the exit code is 1.
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
        System.out.println("Muster: starting the server. This takes about half a minute ...");
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
     * Ctrl-C also reaches the server, a {@code kill} of this process does not. The hook ends the server in both cases,
     * and this process ends after the server.
     *
     * @return whether the hook runs, so that the end of the server is expected
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
