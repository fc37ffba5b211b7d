package dev.muster.launcher.keys;

import dev.muster.launcher.settings.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file {@code master.key} of the data directory during a rotation. The new key is on the disk, in a file beside it,
 * before anything is encrypted under it, and takes the place of the old one afterwards.
 *
 * @param file {@code master.key}
 */
record MasterKeyFile(Path file) {

    /** The new key of a rotation that was interrupted. */
    Optional<String> interrupted() throws IOException {
        return Files.exists(next()) ? Optional.of(Files.readString(next()).strip()) : Optional.empty();
    }

    void prepare(String key) throws IOException {
        PrivateFiles.write(next(), (key + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    void finish() throws IOException {
        Files.move(next(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path next() {
        return file.resolveSibling(file.getFileName() + ".next");
    }
}
