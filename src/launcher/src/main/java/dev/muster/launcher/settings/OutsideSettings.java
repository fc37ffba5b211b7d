package dev.muster.launcher.settings;

import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.mail.SmtpSettings;
import dev.muster.domain.mqtt.OutsideBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of single sign-on, of the mail server and of a broker outside, for the environment of the server. They are checked
 * here, so that a mistake prevents the start instead of the first login or the first mail.
 *
 * @param values by property
 */
public record OutsideSettings(Map<String, String> values) {

    /** These come by the environment or from a file. */
    static final List<String> SECRETS =
            List.of(ProviderSettings.CLIENT_SECRET, SmtpSettings.PASSWORD, OutsideBroker.PASSWORD);

    private static final List<String> ROOTS = Stream.concat(
                    Stream.of(ProviderSettings.PREFIX + "root", SmtpSettings.ROOT), OutsideBroker.FILES.stream())
            .toList();

    static OutsideSettings from(SettingsSource source) {
        try {
            ProviderSettings.from(source::text);
            SmtpSettings.from(name -> name.equals(SmtpSettings.PASSWORD) ? source.secret(name) : source.text(name));
            if (Addresses.isOutside(source)) {
                requireBroker(source);
            }
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        for (List<String> names : List.of(ProviderSettings.OPEN, SmtpSettings.OPEN, OutsideBroker.OPEN, SECRETS)) {
            names.forEach(name -> source.text(name).ifPresent(value -> values.put(name, value)));
        }
        ROOTS.forEach(root -> values.computeIfPresent(root, (name, value) -> readable(source, name)));
        return new OutsideSettings(values);
    }

    private static void requireBroker(SettingsSource source) {
        OutsideBroker.from(name -> name.equals(OutsideBroker.PASSWORD) ? source.secret(name) : source.text(name));
        if (source.text(OutsideBroker.HOOK_ROOT).isEmpty()) {
            throw new LaunchFailure(OutsideBroker.HOOK_ROOT
                    + " is missing: it names the authorities (PEM) whose clients may ask at muster.broker-hook-port.");
        }
    }

    /** The server works in another directory. */
    private static String readable(SettingsSource source, String name) {
        Path root = source.path(name, Path.of(""));
        if (!Files.isRegularFile(root) || !Files.isReadable(root)) {
            throw new LaunchFailure("%s is not a file that can be read: %s.".formatted(name, root));
        }
        return root.toString();
    }

    /** Puts them where the application finds them. */
    public void addTo(Map<String, String> environment) {
        values.forEach((name, value) -> environment.put(SettingsSource.variable(name), value));
    }

    @Override
    public String toString() {
        return "OutsideSettings[hidden]";
    }
}
