package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Addresses;
import dev.muster.launcher.settings.Directories;
import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.PrivateFiles;
import dev.muster.launcher.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The domain directory of the server. Each start makes it again from the template of the distribution and
 * {@code src/config}, so nothing in it can differ from what the project says. What must survive is in the data
 * directory.
 *
 * @param directory {@code <work>/domains/muster}
 */
public record PayaraDomain(Path directory) {

    static final String NAME = "muster";

    public static PayaraDomain create(ServerSettings settings) {
        Locations locations = settings.locations();
        PayaraDomain domain =
                new PayaraDomain(locations.work().resolve("domains").resolve(NAME));
        try {
            domain.copyTemplate(locations);
            OwnClasses.ofLauncher().copyTo(domain.directory.resolve("lib/classes"));
            domain.fill(locations.config(), values(settings));
            return domain;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the server's domain in " + domain.directory, e);
        }
    }

    Path preBoot() {
        return directory.resolve("config/payara.asadmin");
    }

    Path postBoot() {
        return directory.resolve("config/deploy.asadmin");
    }

    /** For {@code asadmin --passwordfile}. */
    private Path adminPasswordFile() {
        return directory.resolve("config/admin-password");
    }

    /** The password of the user admin, which {@link #replaceStockSecrets} made. */
    public String adminPassword() throws IOException {
        return AdminKeyFile.read(Files.readString(adminPasswordFile()));
    }

    private void copyTemplate(Locations locations) throws IOException {
        Directories.delete(directory);
        Files.createDirectories(directory.getParent());
        Files.createDirectories(locations.logFile().getParent());
        StartLog.putAside(locations.logFile());
        Directories.copy(locations.payaraHome().resolve("glassfish/domains/domain1"), directory);
    }

    /**
     * Replaces the keys of the distribution, which are the same in every Payara, and whose password is in every manual.
     * This happens after Payara has printed its command line: for that it must be able to open them.
     */
    void replaceStockSecrets(Locations locations) throws IOException {
        replace("config/keystore.p12", locations.serverKeyStore());
        replace("config/cacerts.p12", locations.trustStore());
        Files.delete(directory.resolve("config/domain-passwords"));
        AdminKeyFile admin = AdminKeyFile.random();
        write("config/admin-keyfile", admin.line());
        write("config/admin-password", admin.passwordFile());
    }

    private void replace(String stock, Path own) throws IOException {
        PrivateFiles.write(directory.resolve(stock), Files.readAllBytes(own));
    }

    private void write(String file, String text) throws IOException {
        PrivateFiles.write(directory.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    }

    private void fill(Path config, Map<String, String> values) throws IOException {
        for (String name : new String[] {"payara.asadmin", "deploy.asadmin", "logging.properties"}) {
            String filled = new Template(Files.readString(config.resolve(name))).fill(values);
            Files.writeString(directory.resolve("config").resolve(name), filled);
        }
    }

    private static Map<String, String> values(ServerSettings settings) {
        Addresses addresses = settings.addresses();
        Map<String, String> values = new HashMap<>();
        values.put("http-port", Integer.toString(addresses.http()));
        values.put("https-port", Integer.toString(addresses.https()));
        values.put("device-port", Integer.toString(addresses.device()));
        values.put("admin-port", Integer.toString(addresses.admin()));
        values.put("bind-address", addresses.bind());
        values.put("ear", slashed(settings.locations().ear()));
        values.put("log-file", slashed(settings.locations().logFile()));
        values.put("log-bytes", Long.toString(settings.logBytes()));
        values.put("log-directory", slashed(settings.locations().logFile().getParent()));
        values.put("access-log", settings.accessLog());
        values.put("log-files", settings.logFiles());
        return values;
    }

    /** Both asadmin and property files read a backslash as an escape. */
    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
