package dev.muster.domain.transparency;

import java.util.ArrayList;
import java.util.List;

/** A tree that keeps its leaves and computes every hash as RFC 9162 section 2.1.1 defines it. */
final class MemoryTree implements HashSource {

    private final List<byte[]> leafHashes = new ArrayList<>();

    static MemoryTree of(List<byte[]> entries) {
        MemoryTree tree = new MemoryTree();
        entries.forEach(entry -> tree.leafHashes.add(Hashes.leaf(entry)));
        return tree;
    }

    /** A tree whose entries are the numbers of its leaves. */
    static MemoryTree numbered(int size) {
        MemoryTree tree = new MemoryTree();
        for (int i = 0; i < size; i++) {
            tree.leafHashes.add(Hashes.leaf(new byte[] {(byte) (i >> 8), (byte) i}));
        }
        return tree;
    }

    byte[] leaf(int index) {
        return leafHashes.get(index);
    }

    byte[] root(int size) {
        return defined(leafHashes.subList(0, size));
    }

    @Override
    public byte[] node(int level, long index) {
        int begin = (int) (index << level);
        return defined(leafHashes.subList(begin, begin + (1 << level)));
    }

    /** MTH(D[n]) of the RFC, word by word. */
    private static byte[] defined(List<byte[]> leafHashes) {
        int n = leafHashes.size();
        if (n == 0) {
            return Hashes.emptyRoot();
        }
        if (n == 1) {
            return leafHashes.getFirst();
        }
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return Hashes.node(defined(leafHashes.subList(0, k)), defined(leafHashes.subList(k, n)));
    }
}
