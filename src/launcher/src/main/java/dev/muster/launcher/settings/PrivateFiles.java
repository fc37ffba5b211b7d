package dev.muster.launcher.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read, from the first byte on (mode 0600), in directories of mode 0700. */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = permissions("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY = permissions("rwx------");

    private PrivateFiles() {}

    /** Writes a file as a whole: a reader sees the old content or the new, even after a power cut. */
    public static void write(Path file, byte[] content) throws IOException {
        createDirectory(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (isPosix(file)) {
            Files.createFile(draft, OWNER_FILE);
        }
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a directory and its parents, unless they exist. */
    public static void createDirectory(Path directory) throws IOException {
        if (isPosix(directory)) {
            Files.createDirectories(directory, OWNER_DIRECTORY);
        } else {
            Files.createDirectories(directory);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
