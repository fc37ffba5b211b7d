package dev.muster.domain.transparency;

import java.util.List;

/**
 * The hashes of one tile, and those of the complete subtrees within it. It grows until it is full. Not for several
 * threads while it grows.
 */
public final class TileHashes {

    /** By height in the tile: 0 has what the tile consists of, 8 has its root. */
    private final byte[][][] rows = new byte[TilePath.HEIGHT + 1][][];

    private int width;

    /** @param hashes 0 to 256 */
    public TileHashes(List<byte[]> hashes) {
        for (int height = 0; height <= TilePath.HEIGHT; height++) {
            rows[height] = new byte[TilePath.FULL >> height][];
        }
        hashes.forEach(this::add);
    }

    void add(byte[] hash) {
        int index = width++;
        rows[0][index] = hash;
        for (int height = 0; height < TilePath.HEIGHT && (index & 1) == 1; height++) {
            index >>= 1;
            rows[height + 1][index] = Hashes.node(rows[height][2 * index], rows[height][2 * index + 1]);
        }
    }

    int width() {
        return width;
    }

    boolean isFull() {
        return width == TilePath.FULL;
    }

    /** @param height from 0 to 8 within the tile */
    byte[] node(int height, int index) {
        return rows[height][index];
    }

    byte[] root() {
        return rows[TilePath.HEIGHT][0];
    }
}
