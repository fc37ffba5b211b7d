package dev.muster.launcher.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/**
 * A file with one secret, as secret managers put it there: {@code MUSTER_MASTER_KEY_FILE} names the file of {@code
 * MUSTER_MASTER_KEY}. The server's process reads it itself, so that the secret is on no command line and in no
 * environment.
 */
final class SecretFile {

    private static final int MAX_BYTES = 4_096;

    private SecretFile() {}

    /**
     * The content, without blanks and line breaks at both ends: the server's configuration knows no others.
     *
     * @param variable that names the file, for messages
     * @throws LaunchFailure if the file cannot be read, is empty, or has more than 4,096 bytes
     */
    static String read(String variable, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new LaunchFailure("%s names %s, which is not a file.".formatted(variable, file));
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new LaunchFailure("%s names %s, which has more than %d bytes: it should have only the secret."
                        .formatted(variable, file, MAX_BYTES));
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new LaunchFailure("%s names %s, which is empty.".formatted(variable, file));
            }
            warnIfOpen(variable, file);
            return secret;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "%s names %s, which cannot be read: %s.".formatted(variable, file, e.getMessage()), e);
        }
    }

    /** Not refused, because containers mount secrets like this by default, where nobody else is. */
    private static void warnIfOpen(String variable, Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            System.err.printf(
                    "Muster: every user of this machine can read %s, which %s names: chmod o= %s%n",
                    file, variable, file);
        }
    }
}
