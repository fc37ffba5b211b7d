package dev.muster.domain.transparency;

import java.util.List;

/**
 * Where the log has a leaf, and the proof.
 *
 * @param index of the leaf, from 0
 * @param size of the tree in the checkpoint
 * @param hashes the inclusion proof (RFC 9162 section 2.1.3)
 * @param checkpoint a signed note
 */
public record Inclusion(long index, long size, List<byte[]> hashes, String checkpoint) {

    public Inclusion {
        hashes = List.copyOf(hashes);
    }
}
