package dev.muster.domain.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The operator's own broker of MQTT, which Muster connects to as a client.
 *
 * @param username empty if Muster shows no user name
 * @param password empty if Muster shows no password
 * @param root a PEM file of the authorities that sign the broker's certificate; empty for the roots that Java knows
 * @param identity Muster's own certificate; empty if it shows none
 * @param subscriptions the filters of the devices' messages
 */
public record OutsideBroker(
        String host,
        int port,
        boolean hasTls,
        Optional<String> username,
        Optional<String> password,
        Optional<String> root,
        Optional<Identity> identity,
        List<String> subscriptions) {

    public static final String PREFIX = "muster.broker.";

    public static final String URL = PREFIX + "url";

    public static final String PASSWORD = PREFIX + "password";

    public static final String ROOT = PREFIX + "root";

    public static final String CERTIFICATE = PREFIX + "certificate";

    public static final String KEY = PREFIX + "key";

    /** PEM of the authorities whose clients may ask whether a device may connect. */
    public static final String HOOK_ROOT = PREFIX + "hook-root";

    public static final String SUBSCRIPTION = "muster.mqtt-subscription";

    /**
     * By default the servers share the messages (MQTT 5.0 section 4.8.2). The topics begin with a slash, so two slashes
     * follow the name of the share.
     */
    public static final String STOCK_SUBSCRIPTION = "$share/muster//device/+/telemetry,$share/muster//device/+/t";

    /** All settings but the secret. */
    public static final List<String> OPEN =
            List.of(URL, PREFIX + "username", ROOT, CERTIFICATE, KEY, HOOK_ROOT, SUBSCRIPTION);

    /** The settings that name files. */
    public static final List<String> FILES = List.of(ROOT, CERTIFICATE, KEY, HOOK_ROOT);

    private static final Map<String, Integer> PORTS = Map.of("mqtts", 8883, "mqtt", 1883);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String NOT_A_URL =
            URL + " must be mqtts://host:port; mqtt://host:port is only for a broker on this machine.";

    private static final int MAX_FILTER_LENGTH = 256;

    /** @param certificate PEM file, Muster's own certificate first @param key PEM file, not encrypted */
    public record Identity(String certificate, String key) {}

    /**
     * Reads the settings.
     *
     * @param source a setting by its name; empty if it is not set
     * @throws IllegalArgumentException if something is missing or cannot be used; its message names the setting
     */
    public static OutsideBroker from(Function<String, Optional<String>> source) {
        URI url = url(
                source.apply(URL)
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        URL
                                                + " is missing: with muster.mqtt=external it says where the broker is, as mqtts://broker.example.com.")));
        Optional<String> username = source.apply(PREFIX + "username");
        Optional<String> password = source.apply(PASSWORD);
        if (username.isEmpty() && password.isPresent()) {
            throw new IllegalArgumentException(PASSWORD + " needs " + PREFIX + "username, too.");
        }
        return new OutsideBroker(
                url.getHost(),
                url.getPort() < 0 ? PORTS.getOrDefault(url.getScheme(), 0) : url.getPort(),
                url.getScheme().equals("mqtts"),
                username,
                password,
                source.apply(ROOT),
                identity(source),
                filters(source.apply(SUBSCRIPTION).orElse(STOCK_SUBSCRIPTION)));
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (isUsable(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(NOT_A_URL, e);
        }
        throw new IllegalArgumentException(NOT_A_URL);
    }

    private static boolean isUsable(URI url) {
        return url.getScheme() != null
                && PORTS.containsKey(url.getScheme())
                && url.getHost() != null
                && url.getUserInfo() == null
                && (url.getPath().isEmpty() || url.getPath().equals("/"))
                && url.getQuery() == null
                && url.getFragment() == null
                && url.getPort() != 0
                && (url.getScheme().equals("mqtts") || THIS_MACHINE.contains(url.getHost()));
    }

    private static Optional<Identity> identity(Function<String, Optional<String>> source) {
        Optional<String> certificate = source.apply(CERTIFICATE);
        Optional<String> key = source.apply(KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("Set both " + CERTIFICATE + " and " + KEY + ", or neither.");
        }
        return certificate.map(file -> new Identity(file, key.orElseThrow()));
    }

    private static List<String> filters(String text) {
        List<String> filters = Stream.of(text.split(",")).map(String::strip).toList();
        if (filters.stream().anyMatch(filter -> filter.isEmpty() || filter.length() > MAX_FILTER_LENGTH)) {
            throw new IllegalArgumentException(SUBSCRIPTION + " must be topic filters, separated by commas.");
        }
        return filters;
    }

    @Override
    public String toString() {
        return "OutsideBroker[" + host + ":" + port + "]";
    }
}
