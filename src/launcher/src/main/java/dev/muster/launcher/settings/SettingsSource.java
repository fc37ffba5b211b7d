package dev.muster.launcher.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where settings come from: the system property {@code muster.https-port}, otherwise the environment variable {@code
 * MUSTER_HTTPS_PORT}. An empty value counts as missing, because Maven and shells pass unset names as empty text.
 */
public record SettingsSource(UnaryOperator<String> properties, UnaryOperator<String> environment) {

    private static final String FILE = "-file";

    public static SettingsSource ofProcess() {
        return new SettingsSource(System::getProperty, System::getenv);
    }

    /** For tests: only properties. */
    public static SettingsSource of(Map<String, String> properties) {
        return new SettingsSource(properties::get, name -> null);
    }

    public Optional<String> text(String name) {
        return property(name).or(() -> inherited(name));
    }

    /** A setting of the command line only, because an inherited variable must not switch it on. */
    public Optional<String> property(String name) {
        return present(properties.apply(name));
    }

    /** A setting of the environment only, because everybody on a machine can read its command lines. */
    Optional<String> inherited(String name) {
        return present(environment.apply(variable(name)));
    }

    /**
     * A secret: the value of the setting, or the content of the file that the setting with {@code -file} at its end
     * names.
     *
     * @throws LaunchFailure if both are set, or if the file cannot be read
     */
    public Optional<String> secret(String name) {
        return secretFile(name)
                .map(file -> SecretFile.read(variable(name + FILE), file))
                .or(() -> text(name));
    }

    /** The file of a secret; empty if the secret is not in a file. */
    Optional<Path> secretFile(String name) {
        Optional<String> file = text(name + FILE);
        if (file.isPresent() && text(name).isPresent()) {
            throw new LaunchFailure(
                    "%s and %s are both set. Set only one.".formatted(variable(name), variable(name + FILE)));
        }
        return file.map(path -> Path.of(path).toAbsolutePath().normalize());
    }

    public int port(String name, int otherwise) {
        return text(name).map(value -> parsePort(name, value)).orElse(otherwise);
    }

    /** Like {@link #port}, and 0 means that there is no listener. */
    public int portOrNone(String name, int otherwise) {
        return text(name).filter("0"::equals).isPresent() ? 0 : port(name, otherwise);
    }

    /**
     * A number from 1 to the greatest, as it is written.
     *
     * @throws LaunchFailure if the value is anything else
     */
    public Optional<String> wholeNumber(String name, int greatest) {
        Optional<String> value = text(name);
        value.filter(text -> !isWholeNumber(text, greatest)).ifPresent(text -> {
            throw new LaunchFailure(
                    "%s must be a whole number from 1 to %d, but is '%s'.".formatted(name, greatest, text));
        });
        return value;
    }

    private static boolean isWholeNumber(String text, int greatest) {
        return text.matches("[1-9][0-9]{0,9}") && Long.parseLong(text) <= greatest;
    }

    public Path path(String name, Path otherwise) {
        return text(name).map(Path::of).orElse(otherwise).toAbsolutePath().normalize();
    }

    public static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<String> present(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int parsePort(String name, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw notAPort(name, value, notANumber);
        }
        throw notAPort(name, value, null);
    }

    private static LaunchFailure notAPort(String name, String value, Throwable cause) {
        return new LaunchFailure("%s must be a port from 1 to 65535, but is '%s'.".formatted(name, value), cause);
    }
}
