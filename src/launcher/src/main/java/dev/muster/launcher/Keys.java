package dev.muster.launcher;

import dev.muster.launcher.keys.KeyCommands;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.SettingsSource;
import java.util.List;

/**
 * Commands on the platform's keys, with the settings of the server: see operations.md. The exit code is 1 if a command
 * has changed nothing, with one sentence on standard error that says why.
 */
public final class Keys {

    private Keys() {}

    public static void main(String[] arguments) {
        try {
            new KeyCommands(SettingsSource.ofProcess(), System.out).run(List.of(arguments));
        } catch (LaunchFailure failure) {
            System.err.println("Muster: " + failure.getMessage());
            System.exit(1);
        }
    }
}
