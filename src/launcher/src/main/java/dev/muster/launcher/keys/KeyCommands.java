package dev.muster.launcher.keys;

import dev.muster.launcher.bootstrap.RootKind;
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

    private static final String USAGE =
            "Say what to do: rotate-master-key, rotate-log-key, list-roots, replace-root server, replace-root device, retire-root server,"
                    + " retire-root device, or retire-root device --end-certificates.";

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
            case "rotate-log-key" -> new RotateLogKey(settings, source).run(out);
            case "list-roots" -> new Roots(settings, source, out).list();
            case "replace-root server" -> new Roots(settings, source, out).replace(RootKind.SERVER);
            case "replace-root device" -> new Roots(settings, source, out).replace(RootKind.DEVICE);
            case "retire-root server" -> new Roots(settings, source, out).retire(RootKind.SERVER, true);
            case "retire-root device" -> new Roots(settings, source, out).retire(RootKind.DEVICE, false);
            case "retire-root device --end-certificates" ->
                new Roots(settings, source, out).retire(RootKind.DEVICE, true);
            default -> throw new LaunchFailure(USAGE);
        }
    }
}
