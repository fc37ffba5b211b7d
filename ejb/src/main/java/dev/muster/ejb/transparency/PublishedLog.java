package dev.muster.ejb.transparency;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Proofs;
import dev.muster.domain.transparency.TilePath;
import dev.muster.domain.transparency.TiledTree;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What everybody may see of the log: checkpoints, keys, hashes and proofs. From these, nobody learns what a leaf says.
 */
@Access(Rule.EVERYONE)
@Stateless
public class PublishedLog {

    @Inject
    private TreeRepository tree;

    @Inject
    private LogKeys keys;

    /** The newest checkpoint, a signed note. */
    public String checkpoint() {
        return tree.head().checkpoint();
    }

    /** All keys that sign or have signed, the newest first. */
    public List<VerifierKey> keys() {
        return keys.published();
    }

    /**
     * A tile (C2SP tlog-tiles): hashes of 32 bytes, or entries of 32 bytes, each with its length before it in two bytes.
     *
     * @return empty if the log is not that long
     */
    public Optional<byte[]> tile(TilePath path) {
        if (!path.isWithin(tree.head().size())) {
            return Optional.empty();
        }
        return Optional.of(
                path.entries()
                        ? withLengths(tree.entries(path.index(), path.width()))
                        : joined(tree.hashes(path.level(), path.index(), path.width())));
    }

    private static byte[] withLengths(List<byte[]> entries) {
        ByteBuffer joined = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> entry.length + Short.BYTES).sum());
        entries.forEach(entry -> joined.putShort((short) entry.length).put(entry));
        return joined.array();
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteBuffer joined = ByteBuffer.allocate(
                hashes.stream().mapToInt(hash -> hash.length).sum());
        hashes.forEach(joined::put);
        return joined.array();
    }

    /**
     * The proof that the tree of a size has a leaf (RFC 9162 section 2.1.3).
     *
     * @throws ProblemException {@code validation-failed} if the log had no such size, or that size has no such leaf
     */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw ProblemException.invalid("The index must be from 0 to the size less 1.");
        }
        return Proofs.inclusion(index, size, read(size));
    }

    /**
     * The proof that the log only grew between two sizes (RFC 9162 section 2.1.4).
     *
     * @throws ProblemException {@code validation-failed} if the log had no such sizes, or they are the wrong way round
     */
    public List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw ProblemException.invalid("The size from must be from 0 to the size to.");
        }
        return Proofs.consistency(from, to, read(to));
    }

    private TiledTree read(long wanted) {
        long size = tree.head().size();
        if (wanted > size) {
            throw ProblemException.invalid("The log has only " + size + " leaves; ask for a checkpoint that it has.");
        }
        return new TiledTree(size, tree);
    }
}
