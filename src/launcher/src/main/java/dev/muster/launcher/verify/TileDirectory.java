package dev.muster.launcher.verify;

import dev.muster.domain.transparency.HashSource;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.TilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The tiles of a log in a directory, each in a file that is named as its address. */
final class TileDirectory implements HashSource {

    private final Path directory;
    private final long size;
    private final Map<TilePath, byte[]> read = new HashMap<>();

    /**
     * @param directory has {@code tile/0/000} and so on
     * @param size of the tree; tells how many hashes the last tile of each level has
     */
    TileDirectory(Path directory, long size) {
        this.directory = directory;
        this.size = size;
    }

    /** @throws Unreadable if the tile is not there */
    @Override
    public byte[] node(int level, long index) {
        int height = level % TilePath.HEIGHT;
        int count = 1 << height;
        long first = index << height;
        int tileLevel = level / TilePath.HEIGHT;
        byte[] tile = tile(tileLevel, first / TilePath.FULL);
        int begin = (int) (first % TilePath.FULL);
        byte[][] hashes = new byte[count][];
        for (int i = 0; i < count; i++) {
            int from = (begin + i) * Hashes.LENGTH;
            hashes[i] = Arrays.copyOfRange(tile, from, from + Hashes.LENGTH);
        }
        for (int rest = count / 2; rest > 0; rest /= 2) {
            for (int i = 0; i < rest; i++) {
                hashes[i] = Hashes.node(hashes[2 * i], hashes[2 * i + 1]);
            }
        }
        return hashes[0];
    }

    private byte[] tile(int level, long index) {
        long behind = (size >> (level * TilePath.HEIGHT)) - index * TilePath.FULL;
        int width = (int) Math.min(TilePath.FULL, behind);
        return read.computeIfAbsent(new TilePath(level, index, width, false), this::read);
    }

    /** A partial tile can be gone if the tile is full today: then the full tile has the same hashes and more. */
    private byte[] read(TilePath tile) {
        Path file = directory.resolve("tile").resolve(tile.path());
        Path full = directory
                .resolve("tile")
                .resolve(new TilePath(tile.level(), tile.index(), TilePath.FULL, false).path());
        Path present = Files.isRegularFile(file) ? file : full;
        try {
            byte[] hashes = Files.readAllBytes(present);
            int needed = (present.equals(full) ? TilePath.FULL : tile.width()) * Hashes.LENGTH;
            if (hashes.length != needed) {
                throw new Unreadable(
                        "The tile " + present + " has " + hashes.length + " bytes instead of " + needed + ".");
            }
            return hashes;
        } catch (IOException e) {
            throw new Unreadable("The tile " + file + " is missing.");
        }
    }

    /** A tile is missing, or has another length. */
    static final class Unreadable extends RuntimeException {

        Unreadable(String sentence) {
            super(sentence);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
