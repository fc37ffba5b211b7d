package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Locations;
import dev.muster.launcher.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Only the user of the server reads what the server writes: logs, database, domain. What exists at the start loses all
 * other rights. What the server makes has none, because its process has the mask 077.
 */
final class OwnersOnly {

    /** The shell becomes the server's JVM, which so has the shell's process id. */
    private static final List<String> MASKED = List.of("/bin/sh", "-c", "umask 077; exec \"$0\" \"$@\"");

    private OwnersOnly() {}

    /** The command with the mask, if this system has masks. */
    static List<String> command(List<String> java) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Stream.concat(MASKED.stream(), java.stream()).toList()
                : java;
    }

    /** Closes the work directory and the data directory. */
    static void close(Locations locations) throws IOException {
        if (!Files.exists(locations.consoleFile())) {
            Files.createFile(locations.consoleFile()); // the process writes into it, and does not make it
        }
        for (Path directory : List.of(locations.work(), locations.data())) {
            PrivateFiles.close(directory)
                    .ifPresent(file -> System.err.printf(
                            "Muster: others may read %s, which belongs to another user. Let everything in %s belong to"
                                    + " the user of the server.%n",
                            file, directory));
        }
    }
}
