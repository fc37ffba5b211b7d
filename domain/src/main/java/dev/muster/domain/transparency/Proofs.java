package dev.muster.domain.transparency;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Makes and checks the root and the proofs of a tree (RFC 9162 section 2.1). Every hash has 32 bytes. */
public final class Proofs {

    /** The hashes of the longest proof: one for each level of a tree of 2<sup>63</sup> leaves. */
    public static final int MOST_HASHES = 64;

    private Proofs() {}

    /**
     * The root of the first leaves of a tree (section 2.1.1).
     *
     * @param size how many leaves; 0 is the empty tree
     */
    public static byte[] root(long size, HashSource source) {
        require(size >= 0, "A tree has no negative size");
        return size == 0 ? Hashes.emptyRoot() : hash(0, size, source);
    }

    /**
     * The proof that a tree has a leaf at an index (section 2.1.3.1).
     *
     * @param index of the leaf, from 0
     * @param size of the tree, larger than the index
     * @return the hashes beside the way from the leaf up to the root
     */
    public static List<byte[]> inclusion(long index, long size, HashSource source) {
        require(index >= 0 && index < size, "The tree has no such leaf");
        List<byte[]> hashes = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + split(end - begin);
            if (index < middle) {
                hashes.addFirst(hash(middle, end, source));
                end = middle;
            } else {
                hashes.addFirst(hash(begin, middle, source));
                begin = middle;
            }
        }
        return List.copyOf(hashes);
    }

    /**
     * The proof that a tree is the beginning of a larger tree (section 2.1.4.1). It is empty if the smaller tree is
     * empty or both have the same size.
     *
     * @param from the size of the smaller tree
     * @param to the size of the larger tree, not less
     */
    public static List<byte[]> consistency(long from, long to, HashSource source) {
        require(from >= 0 && from <= to, "The first tree must not be the larger one");
        if (from == 0 || from == to) {
            return List.of();
        }
        List<byte[]> hashes = new ArrayList<>();
        long begin = 0;
        long end = to;
        while (from != end) {
            long middle = begin + split(end - begin);
            if (from <= middle) {
                hashes.addFirst(hash(middle, end, source));
                end = middle;
            } else {
                hashes.addFirst(hash(begin, middle, source));
                begin = middle;
            }
        }
        if (begin > 0) {
            hashes.addFirst(hash(begin, end, source));
        }
        return List.copyOf(hashes);
    }

    /**
     * Whether a tree has a leaf at an index (section 2.1.3.2).
     *
     * @param proof as many hashes as the place of the leaf needs; more or fewer prove nothing
     * @return false if anything is wrong; throws nothing
     */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || !areHashes(proof)) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        byte[] hash = leafHash;
        for (byte[] beside : proof) {
            if (climb.isAtTop()) {
                return false;
            }
            hash = climb.isRight() ? Hashes.node(beside, hash) : Hashes.node(hash, beside);
            climb.step();
        }
        return climb.isAtTop() && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether a tree is the beginning of a larger tree (section 2.1.4.2). Every tree begins with the empty tree; that
     * needs no hashes.
     *
     * @param from the size of the smaller tree, with its root
     * @param to the size of the larger tree, with its root
     * @return false if anything is wrong; throws nothing
     */
    public static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 0 || from > to || !areHashes(proof)) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty()
                    && MessageDigest.isEqual(fromRoot, toRoot)
                    && (from > 0 || MessageDigest.isEqual(fromRoot, Hashes.emptyRoot()));
        }
        if (from == 0) {
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, Hashes.emptyRoot());
        }
        return !proof.isEmpty() && climbsToBoth(from, fromRoot, to, toRoot, proof);
    }

    private static boolean climbsToBoth(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        boolean whole = Long.bitCount(from) == 1;
        byte[] first = whole ? fromRoot : proof.getFirst();
        Climb climb = new Climb(from - 1, to - 1);
        climb.leaveCompleteSubtree();
        byte[] smaller = first;
        byte[] larger = first;
        for (byte[] beside : whole ? proof : proof.subList(1, proof.size())) {
            if (climb.isAtTop()) {
                return false;
            }
            if (climb.isRight()) {
                smaller = Hashes.node(beside, smaller);
                larger = Hashes.node(beside, larger);
            } else {
                larger = Hashes.node(larger, beside);
            }
            climb.step();
        }
        return climb.isAtTop() && MessageDigest.isEqual(smaller, fromRoot) && MessageDigest.isEqual(larger, toRoot);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.size() <= MOST_HASHES && proof.stream().allMatch(hash -> hash.length == Hashes.LENGTH);
    }

    /** The root of the leaves from begin to before end, where begin is a place at which the tree splits. */
    private static byte[] hash(long begin, long end, HashSource source) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return source.node(level, begin >> level);
        }
        long middle = begin + split(size);
        return Hashes.node(hash(begin, middle, source), hash(middle, end, source));
    }

    /** The largest power of two that is smaller than the size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
