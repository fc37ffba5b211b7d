package dev.muster.domain.transparency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of a log at its present size. It keeps the tiles at its right edge, which still grow, and the full tiles that
 * were asked for last. So a leaf costs two hashes, whatever the size. Not for several threads.
 */
public final class TiledTree implements HashSource {

    private static final int MASK = TilePath.FULL - 1;

    /** Full tiles that are kept: each takes about 25 KiB. */
    private static final int KEPT = 64;

    private final TileSource source;

    /** The tiles that are not full, by level. */
    private final List<TileHashes> edge = new ArrayList<>();

    private final Map<List<Long>, TileHashes> full = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Long>, TileHashes> eldest) {
            return size() > KEPT;
        }
    };

    private long size;

    /**
     * Reads a tree.
     *
     * @param source must give what the tree has at this size
     */
    public TiledTree(long size, TileSource source) {
        this.size = size;
        this.source = source;
        for (int level = 0; size >> (level * TilePath.HEIGHT) > 0; level++) {
            long hashes = size >> (level * TilePath.HEIGHT);
            int width = (int) (hashes & MASK);
            edge.add(new TileHashes(width == 0 ? List.of() : source.hashes(level, hashes >> TilePath.HEIGHT, width)));
        }
    }

    public long size() {
        return size;
    }

    /**
     * Adds the next leaf.
     *
     * @return the roots of the tiles that are full now, the lowest level first
     */
    public List<TileRoot> add(byte[] leafHash) {
        List<TileRoot> roots = new ArrayList<>();
        byte[] hash = leafHash;
        boolean goesOn = true;
        for (int level = 0; goesOn; level++) {
            if (level == edge.size()) {
                edge.add(new TileHashes(List.of()));
            }
            TileHashes tile = edge.get(level);
            tile.add(hash);
            goesOn = tile.isFull();
            if (goesOn) {
                long index = size >> ((level + 1) * TilePath.HEIGHT);
                full.put(List.of((long) level, index), tile);
                edge.set(level, new TileHashes(List.of()));
                hash = tile.root();
                roots.add(new TileRoot(level + 1, index, hash));
            }
        }
        size++;
        return roots;
    }

    /** The root of all its leaves. */
    public byte[] root() {
        return Proofs.root(size, this);
    }

    /** The proof for one of its leaves. */
    public List<byte[]> inclusion(long index) {
        return Proofs.inclusion(index, size, this);
    }

    @Override
    public byte[] node(int level, long index) {
        int tileLevel = level / TilePath.HEIGHT;
        int height = level % TilePath.HEIGHT;
        long tile = index >> (TilePath.HEIGHT - height);
        int within = (int) (index & (MASK >> height));
        return tile(tileLevel, tile).node(height, within);
    }

    private TileHashes tile(int level, long index) {
        if (index == size >> ((level + 1) * TilePath.HEIGHT)) {
            return edge.get(level);
        }
        List<Long> place = List.of((long) level, index);
        TileHashes known = full.get(place);
        if (known == null) {
            known = new TileHashes(source.hashes(level, index, TilePath.FULL));
            full.put(place, known);
        }
        return known;
    }

    /**
     * The root of a full tile: one hash of a tile of the next level.
     *
     * @param level of the tile that has it, from 1
     * @param index of the hash within the level
     */
    public record TileRoot(int level, long index, byte[] hash) {}
}
