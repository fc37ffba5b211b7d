package dev.muster.launcher.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directories and files of one server.
 *
 * @param payaraHome the unpacked distribution; all servers share it, and nothing writes to it
 * @param ear the application
 * @param config the project's {@code src/config}: what turns a stock server into ours
 * @param work the domain and the logs. Each start makes the domain again, and all of it can be deleted
 * @param data what must survive: database, keys, uploads
 */
public record Locations(Path payaraHome, Path ear, Path config, Path work, Path data) {

    /**
     * {@code muster.home} is the directory of the project. Everything else has its place in it unless a property says
     * otherwise.
     */
    static Locations from(SettingsSource source) {
        Path home = source.path("muster.home", Path.of(""));
        return new Locations(
                source.path("muster.payara-home", home.resolve("src/launcher/target/payara7")),
                source.path("muster.ear", home.resolve("ear/target/muster.ear")),
                source.path("muster.config-dir", home.resolve("src/config")),
                source.path("muster.work-dir", home.resolve("ear/target/server")),
                source.path("muster.data-dir", home.resolve("data")));
    }

    /** Key store with the key of the server under the alias {@code server}. */
    public Path serverKeyStore() {
        return data.resolve("tls/server.p12");
    }

    /** Trust store of the device listener, which contains only the device root. */
    public Path trustStore() {
        return data.resolve("tls/trust.p12");
    }

    /** The server root, PEM: people and scripts trust the server because of it. */
    public Path rootCertificate() {
        return data.resolve("tls/root.pem");
    }

    /** Outside of the domain, so that the log of a failed start survives the next start. */
    public Path logFile() {
        return work.resolve("logs/server.log");
    }

    /** What the server writes before it opens its log, for example the answers to {@code payara.asadmin}. */
    public Path consoleFile() {
        return work.resolve("logs/console.log");
    }

    public void requireProgram() {
        require(payaraHome.resolve("glassfish/lib/client/appserver-cli.jar"), "Payara", "muster.payara-home");
        require(ear, "application", "muster.ear");
        require(config.resolve("payara.asadmin"), "server configuration", "muster.config-dir");
    }

    private static void require(Path file, String what, String property) {
        if (!Files.isRegularFile(file)) {
            throw new LaunchFailure(
                    "There is no %s at %s: build with ./mvnw package, or set %s.".formatted(what, file, property));
        }
    }
}
