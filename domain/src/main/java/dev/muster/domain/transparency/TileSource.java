package dev.muster.domain.transparency;

import java.util.List;

/** Where the tiles of a log are stored. */
@FunctionalInterface
public interface TileSource {

    /**
     * The first hashes of a tile.
     *
     * @param level of the tile, from 0
     * @param index the number of the tile within its level, from 0
     * @param width how many, at least 1; all of them exist
     */
    List<byte[]> hashes(int level, long index, int width);
}
