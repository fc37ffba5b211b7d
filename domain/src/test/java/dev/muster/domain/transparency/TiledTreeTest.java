package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tree that grows by tiles is the tree of RFC 9162. */
class TiledTreeTest {

    /** More than one full tile of the second level. */
    private static final int LEAVES = 66_000;

    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<List<Long>, byte[]> roots = new HashMap<>();
    private final RootBuilder builder = new RootBuilder();

    private void add(TiledTree tree, int until) {
        while (tree.size() < until) {
            byte[] leaf = leaf(tree.size());
            leaves.add(leaf);
            builder.add(leaf);
            tree.add(leaf).forEach(root -> roots.put(List.of((long) root.level(), root.index()), root.hash()));
        }
    }

    private List<byte[]> stored(int level, long index, int width) {
        List<byte[]> hashes = new ArrayList<>();
        for (long i = index * 256; i < index * 256 + width; i++) {
            hashes.add(level == 0 ? leaves.get((int) i) : roots.get(List.of((long) level, i)));
        }
        return hashes;
    }

    private static byte[] leaf(long number) {
        return Hashes.leaf(ByteBuffer.allocate(32).putLong(number).array());
    }

    @Test
    void anEmptyTreeHasTheRootOfNothing() {
        assertThat(new TiledTree(0, this::stored).root()).isEqualTo(Hashes.emptyRoot());
    }

    @Test
    void growsToTheSameRootsAndProofs() {
        TiledTree tree = new TiledTree(0, this::stored);
        for (int size : new int[] {1, 2, 3, 255, 256, 257, 511, 512, 1_000, 65_535, 65_536, 65_537, LEAVES}) {
            add(tree, size);
            assertThat(tree.root()).as("root of %d", size).isEqualTo(builder.root());
            for (int index : new int[] {0, size / 3, size / 2, size - 1}) {
                assertThat(Proofs.includes(leaves.get(index), index, size, tree.inclusion(index), tree.root()))
                        .as("%d of %d", index, size)
                        .isTrue();
            }
        }
        assertThat(roots.keySet().stream().filter(place -> place.getFirst() == 1))
                .hasSize(LEAVES / 256);
        assertThat(roots.keySet().stream().filter(place -> place.getFirst() == 2))
                .hasSize(1);
    }

    @Test
    void isTheSameAfterItWasReadAgain() {
        TiledTree tree = new TiledTree(0, this::stored);
        for (int size : new int[] {1, 256, 300, 65_536, LEAVES}) {
            add(tree, size);
            TiledTree again = new TiledTree(size, this::stored);
            assertThat(again.root()).as("root of %d", size).isEqualTo(tree.root());
            assertThat(again.inclusion(size / 2)).containsExactlyElementsOf(tree.inclusion(size / 2));
            again.add(leaf(size));
            builderCheck(again, size);
        }
    }

    private void builderCheck(TiledTree again, int size) {
        RootBuilder fresh = new RootBuilder();
        leaves.forEach(fresh::add);
        fresh.add(leaf(size));
        assertThat(again.root()).isEqualTo(fresh.root());
    }
}
