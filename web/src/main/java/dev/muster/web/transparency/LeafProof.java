package dev.muster.web.transparency;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.ejb.transparency.PublishedLog;
import java.util.Base64;
import java.util.List;

/**
 * The proof that the log has a leaf. All hashes are base64.
 *
 * @param size of the tree for which it is the proof
 * @param hashes of RFC 9162 section 2.1.3
 */
public record LeafProof(long size, String entry, String leafHash, List<String> hashes) {

    /** @param leaf has a place */
    static LeafProof of(LeafFacts leaf, PublishedLog log) {
        long size = Checkpoint.parse(log.checkpoint()).size();
        Base64.Encoder base64 = Base64.getEncoder();
        return new LeafProof(
                size,
                base64.encodeToString(leaf.entry()),
                base64.encodeToString(Hashes.leaf(leaf.entry())),
                log.inclusion(leaf.index(), size).stream()
                        .map(base64::encodeToString)
                        .toList());
    }
}
