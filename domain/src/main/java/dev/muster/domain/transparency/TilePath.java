package dev.muster.domain.transparency;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tile: up to 256 hashes of one level, or up to 256 entries (C2SP tlog-tiles). A tile of level L has the
 * roots of subtrees of 256<sup>L</sup> leaves.
 *
 * @param level from 0 to {@value #TOP_LEVEL}; 0 for entries
 * @param index the number of the tile within its level, from 0
 * @param width how many hashes or entries, from 1 to 256; a tile of 256 never changes
 * @param entries whether it is a tile of entries
 */
public record TilePath(int level, long index, int width, boolean entries) {

    /** Hashes of a full tile. */
    public static final int FULL = 256;

    /** Levels of a tree that are in one tile. */
    public static final int HEIGHT = 8;

    /** The level of the largest tile of a tree with fewer than 2<sup>63</sup> leaves. */
    public static final int TOP_LEVEL = 7;

    /** No log has so many tiles: with more groups of digits the number of a leaf would not fit a {@code long}. */
    private static final int MOST_GROUPS = 5;

    private static final long MOST_TILES = 1_000_000_000_000_000L;

    private static final Pattern PATH = Pattern.compile(
            "(entries|[0-7])/((?:x[0-9]{3}/){0," + (MOST_GROUPS - 1) + "}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    private static final int GROUP = 1000;

    public TilePath {
        if (level < 0
                || level > TOP_LEVEL
                || index < 0
                || index >= MOST_TILES
                || width < 1
                || width > FULL
                || entries && level != 0) {
            throw new IllegalArgumentException("No such tile");
        }
    }

    /**
     * Reads the part of an address behind {@code tile/}, such as {@code 0/x001/x234/067} or {@code entries/000.p/12}.
     *
     * @return empty if the path is not in the one form that its tile has
     */
    public static Optional<TilePath> parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String digits = parts.group(2);
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        // A first group of only zeros is not the shortest form
        if (digits.startsWith("x000/") || width == FULL && parts.group(3) != null || width > FULL) {
            return Optional.empty();
        }
        boolean entries = parts.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(digits.replaceAll("[x/]", ""));
        return Optional.of(new TilePath(level, index, width, entries));
    }

    /** The part of its address behind {@code tile/}. */
    public String path() {
        StringBuilder digits = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return (entries ? "entries" : String.valueOf(level)) + "/" + digits + (isFull() ? "" : ".p/" + width);
    }

    /** Whether the tile is full, so that it never changes. */
    public boolean isFull() {
        return width == FULL;
    }

    /** The level of its hashes as {@link HashSource} counts. */
    public int nodeLevel() {
        return level * HEIGHT;
    }

    /** The index of its first hash or entry as {@link HashSource} counts. */
    public long first() {
        return index * FULL;
    }

    /** Whether a tree of this size has all its hashes or entries. */
    public boolean isWithin(long size) {
        return first() + width <= size >> nodeLevel();
    }
}
