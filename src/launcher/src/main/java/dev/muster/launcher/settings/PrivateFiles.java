package dev.muster.launcher.settings;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes files that only their owner may read, from the first byte on (mode 0600), in directories of mode 0700. */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = permissions("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY = permissions("rwx------");

    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

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

    /**
     * Takes all rights to a directory, and to everything in it, from everybody but its owner. The directory may be a
     * link; links in it are not followed.
     *
     * @return a file whose rights cannot be taken away, because it belongs to somebody else; empty if there is none
     */
    public static Optional<Path> close(Path directory) throws IOException {
        if (!isPosix(directory) || !Files.exists(directory)) {
            return Optional.empty();
        }
        List<Path> foreign = new ArrayList<>();
        Files.walkFileTree(directory.toRealPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) throws IOException {
                return visitFile(entered, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() && !take(file)) {
                    foreign.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Such as {@code lost+found}, which nobody else can read either. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException closed) {
                return FileVisitResult.CONTINUE;
            }
        });
        return foreign.stream().findFirst();
    }

    private static boolean take(Path file) throws IOException {
        Set<PosixFilePermission> present = Files.getPosixFilePermissions(file);
        Set<PosixFilePermission> own = new HashSet<>(present);
        own.retainAll(OWNERS);
        if (own.equals(present)) {
            return true;
        }
        try {
            Files.setPosixFilePermissions(file, own);
            return true;
        } catch (FileSystemException belongsToAnother) {
            return false;
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
