package dev.muster.domain.transparency;

/** Where the hashes of a tree are kept. */
public interface HashSource {

    /**
     * The root of a complete subtree.
     *
     * @param level the subtree has 2<sup>level</sup> leaves; 0 asks for the hash of a leaf
     * @param index the number of the subtree within its level, from 0: its first leaf is {@code index <<
     *     level}. A caller asks only for subtrees whose leaves all exist
     * @return 32 bytes
     */
    byte[] node(int level, long index);
}
