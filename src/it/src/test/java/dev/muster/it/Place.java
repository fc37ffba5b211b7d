package dev.muster.it;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somewhere that a secret could have been left. What is there is read when it is searched, and not kept. */
interface Place {

    long MAX_FILE = 64L << 20;

    /** What a failed test calls it. */
    String name();

    /** All that is there, a character for each byte; empty where it is gone by now. */
    String bytes();

    static Place of(String name, byte[] bytes) {
        return new Text(name, Search.asText(bytes));
    }

    /** Those of the secrets that are there. */
    default List<Secret> found(List<Secret> secrets) {
        String all = bytes();
        return secrets.stream()
                .filter(secret -> Search.contains(all, secret.bytes()))
                .toList();
    }

    default boolean has(Secret secret) {
        return !found(List.of(secret)).isEmpty();
    }

    /** Every file below the directory that was written to since then and that we may read. */
    static List<Place> filesSince(Path directory, Instant since) throws IOException {
        List<Place> places = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && attributes.size() <= MAX_FILE
                        && attributes.lastModifiedTime().compareTo(FileTime.from(since)) >= 0) {
                    places.add(new OnDisk(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return places;
    }

    /** What was read already. */
    record Text(String name, String bytes) implements Place {}

    /** A file. */
    record OnDisk(Path file) implements Place {

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public String bytes() {
            try {
                return Search.asText(Files.readAllBytes(file));
            } catch (IOException goneOrAnothers) {
                // a temporary file of somebody else
                return "";
            }
        }
    }
}
