package dev.muster.launcher.verify;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.HashSource;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.LogKey;
import dev.muster.domain.transparency.Proofs;
import dev.muster.domain.transparency.SignedNote;
import dev.muster.domain.transparency.TilePath;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** A log in memory, with a key of its own. It writes files as a server does. */
final class TestLog implements HashSource {

    static final String NAME = "muster.example/log";

    private final LogKey key;
    private final List<byte[]> salts = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    /** By level: the roots of the complete subtrees. */
    private final List<List<byte[]>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    TestLog(String name) {
        this.key = newKey(name);
    }

    /** A log with acts of three organizations in turn. */
    static TestLog of(int leaves) {
        TestLog log = new TestLog(NAME);
        for (int i = 0; i < leaves; i++) {
            log.add(content(i));
        }
        return log;
    }

    /** Another log with the same name and key, and only the first leaves. */
    TestLog fork(int leaves) {
        TestLog fork = new TestLog(key);
        for (int i = 0; i < leaves; i++) {
            fork.add(salts.get(i), contents.get(i));
        }
        return fork;
    }

    private TestLog(LogKey key) {
        this.key = key;
    }

    static LogKey newKey(String name) {
        try {
            return new LogKey(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String content(int number) {
        return ("{\"v\":1,\"time\":\"2026-11-29T12:00:00.123456Z\",\"act\":\"device-created\",\"tenant\":\"organization:%d\","
                        + "\"object\":\"device:%d\",\"detail\":{\"quote\":\"\\\"\"}}")
                .formatted(number % 3, number);
    }

    void add(String content) {
        byte[] salt = new byte[Hashes.SALT_LENGTH];
        salt[0] = (byte) salts.size();
        salt[1] = (byte) (salts.size() >> 8);
        add(salt, content);
    }

    private void add(byte[] salt, String content) {
        salts.add(salt);
        contents.add(content);
        byte[] hash = Hashes.leaf(Hashes.entry(salt, content));
        levels.getFirst().add(hash);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            List<byte[]> row = levels.get(level);
            if (levels.size() == level + 1) {
                levels.add(new ArrayList<>());
            }
            levels.get(level + 1).add(Hashes.node(row.get(row.size() - 2), row.getLast()));
        }
    }

    @Override
    public byte[] node(int level, long index) {
        return levels.get(level).get((int) index);
    }

    int size() {
        return salts.size();
    }

    String vkey() {
        return key.verifierKey().text();
    }

    String note(long size, LogKey... more) {
        LogKey[] keys = new LogKey[1 + more.length];
        keys[0] = key;
        System.arraycopy(more, 0, keys, 1, more.length);
        return SignedNote.sign(new Checkpoint(key.name(), size, Proofs.root(size, this)).text(), keys);
    }

    Path writeNote(Path file, long size) {
        return write(file, List.of(note(size).stripTrailing()));
    }

    /** The first line of an export. */
    String header(String scope, boolean complete) {
        return "{\"checkpoint\":%s,\"keys\":[%s],\"scope\":\"%s\",\"complete\":%s}"
                .formatted(quoted(note(size())), quoted(vkey()), scope, complete);
    }

    /** The line of a leaf in an export. */
    String line(long index, boolean complete) {
        String proof = complete ? "" : ",\"proof\":" + base64(Proofs.inclusion(index, size(), this));
        return "{\"index\":%d,\"salt\":\"%s\",\"leaf\":%s%s}"
                .formatted(index, base64(salts.get((int) index)), quoted(contents.get((int) index)), proof);
    }

    /** The line of a leaf whose content was deleted. */
    String deletedLine(long index) {
        byte[] entry = Hashes.entry(salts.get((int) index), contents.get((int) index));
        return "{\"index\":%d,\"entry\":\"%s\"}".formatted(index, base64(entry));
    }

    /** All lines of a complete export. */
    List<String> completeExport() {
        return export("all", true, index -> true);
    }

    /** All lines of an export of some leaves. */
    List<String> export(String scope, boolean complete, LongPredicate wanted) {
        List<String> lines = new ArrayList<>(List.of(header(scope, complete)));
        for (long index = 0; index < size(); index++) {
            if (wanted.test(index)) {
                lines.add(line(index, complete));
            }
        }
        return lines;
    }

    String consistency(long from, long to) {
        return "{\"hashes\":" + base64(Proofs.consistency(from, to, this)) + "}";
    }

    String receipt(long index, long size) {
        return "{\"index\":%d,\"size\":%d,\"hashes\":%s,\"checkpoint\":%s,\"salt\":\"%s\",\"leaf\":%s}"
                .formatted(
                        index,
                        size,
                        base64(Proofs.inclusion(index, size, this)),
                        quoted(note(size)),
                        base64(salts.get((int) index)),
                        quoted(contents.get((int) index)));
    }

    /** Writes all tiles of the log. */
    void writeTiles(Path directory) {
        for (int level = 0; size() >> (level * 8) > 0; level++) {
            long hashes = size() >> (level * 8);
            for (long tile = 0; tile * 256 < hashes; tile++) {
                int width = (int) Math.min(256, hashes - tile * 256);
                write(directory, level, tile, width);
            }
        }
    }

    private void write(Path directory, int level, long tile, int width) {
        Path file = directory.resolve("tile").resolve(new TilePath(level, tile, width, false).path());
        byte[] bytes = new byte[width * 32];
        for (int i = 0; i < width; i++) {
            System.arraycopy(node(level * 8, tile * 256 + i), 0, bytes, i * 32, 32);
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file; each line ends with a line feed. */
    static Path write(Path file, List<String> lines) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String base64(List<byte[]> hashes) {
        return hashes.stream().map(hash -> "\"" + base64(hash) + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
