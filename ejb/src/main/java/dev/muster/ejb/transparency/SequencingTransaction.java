package dev.muster.ejb.transparency;

import dev.muster.domain.transparency.Checkpoint;
import dev.muster.domain.transparency.Hashes;
import dev.muster.domain.transparency.Inclusion;
import dev.muster.domain.transparency.TiledTree;
import dev.muster.domain.transparency.TiledTree.TileRoot;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One round of the sequencer: gives all committed leaves that wait their places, and signs the tree. It holds the head
 * of the log, so the rounds of all servers come one after the other.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SequencingTransaction {

    private static final int MOST = 2_000;

    @Inject
    private TreeRepository tree;

    @Inject
    private LogKeys keys;

    /** Whether a leaf waits for its place. */
    public boolean isPending() {
        return !tree.pending(0, 1).isEmpty();
    }

    /**
     * Does a round.
     *
     * @param known the tree as this server has seen it last; it changes, and is worth nothing if the transaction fails
     * @param from the lowest id of a leaf that gets a place. A long transaction keeps the database from forgetting leaves
     *     that had no place, so looking through all of them can take a while
     * @param awaited ids of leaves whose inclusion is wanted
     * @throws IllegalStateException if the stored leaves are not those of the last checkpoint: somebody has changed
     *     them, and nothing is signed
     */
    public Round run(@Nullable TiledTree known, long from, Set<Long> awaited) {
        LogHead head = tree.lockHead();
        TiledTree grown = known != null && known.size() == head.size() ? known : read(head);
        List<PendingLeaf> pending = tree.pending(from, MOST);
        Map<Long, Long> places = new HashMap<>();
        List<TileRoot> roots = new ArrayList<>();
        for (PendingLeaf leaf : pending) {
            places.put(leaf.id(), grown.size());
            roots.addAll(grown.add(Hashes.leaf(leaf.entry())));
        }
        String checkpoint = pending.isEmpty() ? head.checkpoint() : store(head, grown, pending, roots);
        return new Round(
                grown,
                inclusions(grown, checkpoint, awaited, withEarlier(places, awaited)),
                pending.isEmpty() ? 0 : pending.getLast().id(),
                pending.size() == MOST);
    }

    private TiledTree read(LogHead head) {
        TiledTree read = new TiledTree(head.size(), tree);
        Checkpoint signed = Checkpoint.parse(head.checkpoint());
        if (!signed.equals(new Checkpoint(head.origin(), head.size(), read.root()))) {
            throw new IllegalStateException("The stored leaves of the transparency log are not those of its last"
                    + " checkpoint: somebody has changed the database. Nothing is signed until that is repaired");
        }
        return read;
    }

    private String store(LogHead head, TiledTree grown, List<PendingLeaf> pending, List<TileRoot> roots) {
        String checkpoint = keys.sign(new Checkpoint(head.origin(), grown.size(), grown.root()), head.keyId());
        if (!roots.isEmpty()) {
            tree.add(roots);
        }
        tree.place(pending, head.size(), checkpoint);
        return checkpoint;
    }

    /** Another round, or another server, may have been faster. */
    private Map<Long, Long> withEarlier(Map<Long, Long> places, Collection<Long> awaited) {
        List<Long> earlier =
                awaited.stream().filter(id -> !places.containsKey(id)).toList();
        if (!earlier.isEmpty()) {
            places.putAll(tree.places(earlier));
        }
        return places;
    }

    private static Map<Long, Inclusion> inclusions(
            TiledTree grown, String checkpoint, Collection<Long> awaited, Map<Long, Long> places) {
        Map<Long, Inclusion> inclusions = new HashMap<>();
        for (Long id : awaited) {
            Long index = places.get(id);
            if (index != null) {
                inclusions.put(id, new Inclusion(index, grown.size(), grown.inclusion(index), checkpoint));
            }
        }
        return inclusions;
    }
}
