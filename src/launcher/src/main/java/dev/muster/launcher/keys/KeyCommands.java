package dev.muster.launcher.keys;

import dev.muster.launcher.certificate.PublicRoots;
import dev.muster.launcher.settings.DatabaseSettings;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.ServerSettings;
import dev.muster.launcher.settings.SettingsSource;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;

/** Runs the command that the operator names. */
public final class KeyCommands {

    private static final String USAGE = "Say what to do: rotate-master-key.";

    private final SettingsSource source;
    private final PrintStream out;

    /** @param out for what a command reports */
    public KeyCommands(SettingsSource source, PrintStream out) {
        this.source = source;
        this.out = out;
    }

    /** @throws LaunchFailure if the command has changed nothing; it says why */
    public void run(List<String> arguments) {
        try {
            run(arguments, ServerSettings.from(source));
        } catch (SQLException e) {
            throw new LaunchFailure("The database refuses: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new LaunchFailure("A file cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void run(List<String> arguments, ServerSettings settings) throws SQLException, IOException {
        PublicRoots.write(DatabaseSettings.publicRoots(settings.locations().data()));
        switch (String.join(" ", arguments)) {
            case "rotate-master-key" -> new RotateMasterKey(settings, source).run(out);
            default -> throw new LaunchFailure(USAGE);
        }
    }
}
