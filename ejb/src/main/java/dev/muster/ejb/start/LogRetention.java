package dev.muster.ejb.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes the old files of a log: those whose last line is older than allowed, and the oldest if there are too many. The
 * file that is being written stays.
 *
 * @param directory of the logs
 * @param name the beginning of the names of the old files
 * @param files how many old files may stay
 */
record LogRetention(Path directory, String name, int files) {

    /** @param before whose last line is older than this time is deleted */
    void apply(Instant before) throws IOException {
        List<Path> old = old();
        for (int i = 0; i < old.size(); i++) {
            if (i >= files || changed(old.get(i)).toInstant().isBefore(before)) {
                Files.deleteIfExists(old.get(i));
            }
        }
    }

    /** The newest first. */
    private List<Path> old() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().startsWith(name))
                    .sorted(Comparator.comparing(LogRetention::changed).reversed())
                    .toList();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
