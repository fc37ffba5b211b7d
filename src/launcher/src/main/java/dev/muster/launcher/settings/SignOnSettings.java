package dev.muster.launcher.settings;

import dev.muster.domain.account.signon.ProviderSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of single sign-on, for the environment of the server. They are checked here, so that a mistake prevents
 * the start instead of the first login.
 *
 * @param values by property
 */
public record SignOnSettings(Map<String, String> values) {

    private static final String ROOT = ProviderSettings.PREFIX + "root";

    static SignOnSettings from(SettingsSource source) {
        try {
            ProviderSettings.from(source::text);
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(e.getMessage(), e);
        }
        Map<String, String> values = new TreeMap<>();
        ProviderSettings.OPEN.forEach(name -> source.text(name).ifPresent(value -> values.put(name, value)));
        source.text(ProviderSettings.CLIENT_SECRET)
                .ifPresent(secret -> values.put(ProviderSettings.CLIENT_SECRET, secret));
        values.computeIfPresent(ROOT, (name, value) -> readable(source));
        return new SignOnSettings(values);
    }

    /** The server works in another directory. */
    private static String readable(SettingsSource source) {
        Path root = source.path(ROOT, Path.of(""));
        if (!Files.isRegularFile(root) || !Files.isReadable(root)) {
            throw new LaunchFailure("%s is not a file that can be read: %s.".formatted(ROOT, root));
        }
        return root.toString();
    }

    /** Puts them where the application finds them. */
    public void addTo(Map<String, String> environment) {
        values.forEach((name, value) -> environment.put(SettingsSource.variable(name), value));
    }

    @Override
    public String toString() {
        return "SignOnSettings[hidden]";
    }
}
