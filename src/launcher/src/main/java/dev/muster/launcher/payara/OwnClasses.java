package dev.muster.launcher.payara;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The classes that run inside the server ({@code dev.muster.launcher.server}). They use classes that only the server
 * has, so the launcher does not load them, but finds their files.
 */
record OwnClasses(URI code) {

    private static final String PACKAGE = "dev/muster/launcher/server";

    static OwnClasses ofLauncher() {
        try {
            return new OwnClasses(OwnClasses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher's own place has no address", e);
        }
    }

    /** Copies them below a directory, in the directories of their packages. */
    void copyTo(Path directory) throws IOException {
        Path place = Path.of(code);
        if (Files.isDirectory(place)) {
            copy(place.resolve(PACKAGE), directory);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            copy(jar.getPath(PACKAGE), directory);
        }
    }

    private static void copy(Path classes, Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory
                        .resolve(PACKAGE)
                        .resolve(classes.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
