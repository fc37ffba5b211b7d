package dev.muster.launcher.settings;

import static java.util.Map.entry;

import dev.muster.domain.account.DemoLogin;
import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.mail.SmtpSettings;
import dev.muster.domain.mqtt.OutsideBroker;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.net.AddressRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in which one server differs from another. The same settings start the demonstration run, the servers of
 * tests, and production.
 *
 * @param demo the demonstration run: loopback only, demo tenants and logins
 * @param administrator the name that the operator chose for the first administrator; empty if none was chosen
 * @param certificateFiles the operator's own certificate; empty if the server root signs the server's certificates
 * @param outside the OpenID provider, the mail server and the broker of MQTT, if there are any
 * @param heap maximum Java heap, as in {@code -Xmx}
 * @param jvmOptions further options of the server's JVM; they win over ours
 * @param secretFiles the files that the server reads secrets from, by the variable that names the file
 * @param limits limits of the application and networks, by property, without those that have their default
 */
public record ServerSettings(
        Addresses addresses,
        DatabaseSettings database,
        Locations locations,
        boolean demo,
        Optional<String> administrator,
        Optional<CertificateFiles> certificateFiles,
        OutsideSettings outside,
        String heap,
        List<String> jvmOptions,
        Map<String, Path> secretFiles,
        Map<String, String> limits) {

    private static final String ADMINISTRATORS_PASSWORD = "muster.admin.password";

    private static final int CENTURY_DAYS = 36_525;

    private static final String SERVER_CERTIFICATE_DAYS = "muster.server-certificate-days";

    /** Less than the 398 days that clients accept of a server (CA/Browser Forum BR 6.3.2). */
    private static final int MAX_SERVER_CERTIFICATE_DAYS = 397;

    /** A client that needs longer than this has gone. */
    private static final int HOUR_SECONDS = 3_600;

    /** By property the greatest number; the least is 1. */
    private static final Map<String, Integer> LIMITS = Map.ofEntries(
            entry("muster.import.max-rows", Integer.MAX_VALUE),
            entry("muster.attempt-retention-days", CENTURY_DAYS),
            entry("muster.unverified-attempt-limit", Integer.MAX_VALUE),
            entry("muster.silent-hours", CENTURY_DAYS * 24),
            entry("muster.telemetry-max-age-days", CENTURY_DAYS),
            entry("muster.telemetry-ahead-hours", CENTURY_DAYS * 24),
            entry("muster.telemetry-retention-days", CENTURY_DAYS),
            entry("muster.device-requests-at-once", Integer.MAX_VALUE),
            entry("muster.rate.source-per-minute", Integer.MAX_VALUE),
            entry("muster.rate.certificate-per-minute", Integer.MAX_VALUE),
            entry("muster.quota.api-requests-per-minute", Integer.MAX_VALUE),
            entry("muster.quota.api-tokens", Integer.MAX_VALUE),
            entry("muster.quota.certificates", Integer.MAX_VALUE),
            entry("muster.quota.devices", Integer.MAX_VALUE),
            entry("muster.quota.draft-rows", Integer.MAX_VALUE),
            entry("muster.quota.applications", Integer.MAX_VALUE),
            entry("muster.quota.generated-keys-per-hour", Integer.MAX_VALUE),
            entry("muster.quota.held-elsewhere-per-day", Integer.MAX_VALUE),
            entry("muster.quota.imports-at-once", Integer.MAX_VALUE),
            entry("muster.quota.telemetry-messages-per-day", Integer.MAX_VALUE),
            entry("muster.device-certificate-days", 3_652),
            entry("muster.rsa-min-bits", 8_192),
            entry(SERVER_CERTIFICATE_DAYS, MAX_SERVER_CERTIFICATE_DAYS),
            entry("muster.handshake-seconds", HOUR_SECONDS),
            entry("muster.handshakes", Integer.MAX_VALUE),
            entry("muster.handshakes-per-source", Integer.MAX_VALUE),
            entry("muster.log.days", CENTURY_DAYS),
            entry("muster.log.files", 100_000),
            entry("muster.log.megabytes", 1_000),
            entry("muster.session-hours", 720),
            entry("muster.sessions-per-user", 1_000),
            entry("muster.idle-seconds", HOUR_SECONDS),
            entry("muster.idle-connections", Integer.MAX_VALUE),
            entry("muster.idle-connections-per-source", Integer.MAX_VALUE));

    private static final String TRUSTED_PROXIES = "muster.trusted-proxies";

    private static final String ACCESS_LOG = "muster.access-log";

    private static final String SECOND_FACTOR_ROLES = "muster.second-factor-roles";

    private static final String METRICS_NETWORKS = "muster.metrics-networks";

    public static ServerSettings from(SettingsSource source) {
        boolean demo = source.property("muster.demo").map(Boolean::parseBoolean).orElse(false);
        Locations locations = Locations.from(source);
        return new ServerSettings(
                Addresses.from(source, demo),
                DatabaseSettings.from(source, locations.data()),
                locations,
                demo,
                administrator(source),
                CertificateFiles.from(source),
                OutsideSettings.from(source),
                source.text("muster.heap").orElse("1g"),
                source.text("muster.jvm-options")
                        .filter(text -> !text.isBlank())
                        .map(ServerSettings::words)
                        .orElse(List.of()),
                secretFiles(source),
                limits(source));
    }

    /** How many days a certificate of the server is valid, 1 to 397. */
    public int serverCertificateDays() {
        return Integer.parseInt(
                limits.getOrDefault(SERVER_CERTIFICATE_DAYS, Integer.toString(MAX_SERVER_CERTIFICATE_DAYS)));
    }

    /** Whether each request has a line in a log: {@code true} or {@code false}. */
    public String accessLog() {
        return limits.getOrDefault(ACCESS_LOG, "false");
    }

    /** How many bytes a file of a log may have before another one begins. */
    public long logBytes() {
        return Long.parseLong(limits.getOrDefault("muster.log.megabytes", "10")) * 1_000_000;
    }

    /** How many old files of each log are kept. */
    public String logFiles() {
        return limits.getOrDefault("muster.log.files", "100");
    }

    /** Whether proxies end TLS, so that their certificates have the public names. */
    public boolean isBehindProxy() {
        return limits.containsKey(TRUSTED_PROXIES);
    }

    private static Optional<String> administrator(SettingsSource source) {
        Optional<String> name = source.inherited("muster.admin.username");
        if (name.filter(text -> text.contains(":")).isPresent()) {
            throw new LaunchFailure(
                    "MUSTER_ADMIN_USERNAME must have no colon: HTTP Basic takes it for the end of the name.");
        }
        Optional<String> password = source.secretFile(ADMINISTRATORS_PASSWORD).isPresent()
                ? source.secret(ADMINISTRATORS_PASSWORD)
                : source.inherited(ADMINISTRATORS_PASSWORD);
        return name.or(() -> password.map(given -> DemoLogin.ADMINISTRATOR.username()));
    }

    /** The owner of the schema is not among them: only the launcher needs its password. */
    private static Map<String, Path> secretFiles(SettingsSource source) {
        Map<String, Path> files = new TreeMap<>();
        for (String name : List.of(
                "muster.master-key",
                DatabaseSettings.PASSWORD,
                ADMINISTRATORS_PASSWORD,
                ProviderSettings.CLIENT_SECRET,
                SmtpSettings.PASSWORD,
                OutsideBroker.PASSWORD)) {
            source.secretFile(name).ifPresent(file -> files.put(SettingsSource.variable(name + "-file"), file));
        }
        return files;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Map<String, String> limits(SettingsSource source) {
        Map<String, String> limits = new TreeMap<>();
        LIMITS.forEach(
                (name, greatest) -> source.wholeNumber(name, greatest).ifPresent(value -> limits.put(name, value)));
        for (String name : List.of(TRUSTED_PROXIES, METRICS_NETWORKS)) {
            source.text(name).ifPresent(value -> limits.put(name, addresses(name, value)));
        }
        source.text(ACCESS_LOG).ifPresent(value -> limits.put(ACCESS_LOG, trueOrFalse(value)));
        source.text(SECOND_FACTOR_ROLES).ifPresent(value -> limits.put(SECOND_FACTOR_ROLES, roles(value)));
        return limits;
    }

    private static String trueOrFalse(String value) {
        if (!List.of("true", "false").contains(value)) {
            throw new LaunchFailure("%s must be true or false, but is '%s'.".formatted(ACCESS_LOG, value));
        }
        return value;
    }

    /** The value without blanks, if it is a list of roles. */
    private static String roles(String value) {
        try {
            return Stream.of(value.split(","))
                    .map(name -> Role.valueOf(name.strip()).name())
                    .collect(Collectors.joining(","));
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(
                    "%s must be roles, separated by commas: %s.".formatted(SECOND_FACTOR_ROLES, List.of(Role.values())),
                    e);
        }
    }

    /** The value as it is, if it is a list of addresses and ranges. */
    private static String addresses(String name, String value) {
        try {
            AddressRange.list(value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(
                    "%s must be addresses and ranges such as 192.0.2.7, 10.0.0.0/8, separated by commas: %s."
                            .formatted(name, e.getMessage()),
                    e);
        }
    }
}
