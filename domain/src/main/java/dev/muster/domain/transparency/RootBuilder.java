package dev.muster.domain.transparency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Computes the root of a tree while its leaves come one after the other. It keeps one hash for each level at most, so a
 * log of any length can be checked. Not for several threads.
 */
public final class RootBuilder {

    /** The complete subtrees, the smallest one first. */
    private final Deque<byte[]> subtrees = new ArrayDeque<>();

    private long size;

    /**
     * Begins with all leaves before a leaf. The inclusion proof of that leaf has the roots of the complete subtrees before
     * it; the caller has checked the proof.
     *
     * @param index of the leaf
     * @param size of the tree
     * @param proof of the leaf
     */
    public static RootBuilder before(long index, long size, List<byte[]> proof) {
        RootBuilder builder = new RootBuilder();
        builder.size = index;
        Climb climb = new Climb(index, size - 1);
        for (byte[] beside : proof) {
            if (climb.isRight()) {
                builder.subtrees.addLast(beside);
            }
            climb.step();
        }
        return builder;
    }

    /** Adds the next leaf. */
    public void add(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hashes.node(subtrees.pop(), hash);
        }
        subtrees.push(hash);
        size++;
    }

    /** How many leaves came. */
    public long size() {
        return size;
    }

    /** The root of all leaves that came until now. */
    public byte[] root() {
        Iterator<byte[]> smallestFirst = subtrees.iterator();
        if (!smallestFirst.hasNext()) {
            return Hashes.emptyRoot();
        }
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = Hashes.node(smallestFirst.next(), root);
        }
        return root;
    }
}
