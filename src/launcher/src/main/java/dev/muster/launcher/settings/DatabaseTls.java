package dev.muster.launcher.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.bouncycastle.util.IPAddress;
import org.postgresql.Driver;

/**
 * Sees to it that connections to a PostgreSQL on another machine use TLS, and verify the database's certificate and its
 * name ({@code sslmode=verify-full}). The driver itself would be content without.
 *
 * <p>The roots always come from a file. The trust store of the server's JVM has the device root, for clients, and must
 * not decide about databases.
 */
final class DatabaseTls {

    static final String ROOT = "muster.db.root";
    static final String INSECURE = "muster.db.allow-insecure-connection";

    private static final String VERIFIED = "verify-full";

    /** Options of the driver that replace its verification. */
    private static final List<String> OF_OTHERS = List.of("sslfactory", "sslhostnameverifier");

    private DatabaseTls() {}

    /**
     * The URL with everything that TLS needs; the same URL if the database is on this machine.
     *
     * @param publicRoots the file that the launcher writes with the roots that Java trusts
     * @throws LaunchFailure if the URL cannot be read, or asks for less
     */
    static String complete(String url, SettingsSource source, Path publicRoots) {
        if (!url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        Properties parsed = Optional.ofNullable(Driver.parseURL(url, new Properties()))
                .orElseThrow(() -> new LaunchFailure(
                        "muster.db.url cannot be read: write it as jdbc:postgresql://host:5432/database."));
        if (isOnThisMachine(parsed) || isInsecureAllowed(source)) {
            return url;
        }
        requireNoLess(parsed);
        String root = source.text(ROOT)
                .map(set -> source.path(ROOT, Path.of("")).toString())
                .orElse(publicRoots.toString());
        return with(with(url, parsed, "sslmode", VERIFIED), parsed, "sslrootcert", root);
    }

    private static boolean isOnThisMachine(Properties parsed) {
        return Stream.of(parsed.getProperty("PGHOST", "localhost").split(",")).allMatch(DatabaseTls::isLoopback);
    }

    /** A literal or {@code localhost}: no other name is looked up, because somebody else may answer. */
    static boolean isLoopback(String host) {
        String bare = host.replaceAll("[\\[\\]]", "");
        return bare.equalsIgnoreCase("localhost")
                || bare.equals("::1")
                || (IPAddress.isValidIPv4(bare) && bare.startsWith("127."));
    }

    private static boolean isInsecureAllowed(SettingsSource source) {
        String value = source.text(INSECURE).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new LaunchFailure("%s must be true or false, but is '%s'.".formatted(INSECURE, value));
        }
        return value.equals("true");
    }

    private static void requireNoLess(Properties parsed) {
        String mode = parsed.getProperty("sslmode", VERIFIED);
        if (!mode.equals(VERIFIED)) {
            throw refused("sslmode=" + mode);
        }
        OF_OTHERS.stream().filter(parsed::containsKey).findFirst().ifPresent(option -> {
            throw refused(option);
        });
    }

    private static LaunchFailure refused(String option) {
        return new LaunchFailure(
                "muster.db.url has %s, but a connection to a database on another machine must verify it. Remove that, and set %s to the root of the database's certificate. Only if the network between them is as safe as this machine, set %s=true."
                        .formatted(option, ROOT, INSECURE));
    }

    private static String with(String url, Properties parsed, String option, String value) {
        if (parsed.containsKey(option)) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + option + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
