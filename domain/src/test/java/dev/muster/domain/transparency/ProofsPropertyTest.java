package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Roots and proofs of all trees with up to 300 leaves. */
class ProofsPropertyTest {

    private static final int LARGEST = 300;

    private static final MemoryTree TREE = MemoryTree.numbered(LARGEST + 1);

    /** The same hashes, each computed once. */
    private static final HashSource KEPT = kept();

    private static final List<byte[]> ROOTS =
            IntStream.rangeClosed(0, LARGEST).mapToObj(TREE::root).toList();

    private static final Random RANDOM = new Random(20261129);

    private static HashSource kept() {
        List<List<byte[]>> levels = new ArrayList<>();
        for (int level = 0; 1 << level <= LARGEST; level++) {
            int of = level;
            levels.add(IntStream.range(0, (LARGEST + 1) >> level)
                    .mapToObj(index -> TREE.node(of, index))
                    .toList());
        }
        return (level, index) -> levels.get(level).get((int) index);
    }

    @Test
    void rootsAreThoseOfTheDefinition() {
        RootBuilder builder = new RootBuilder();
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(Proofs.root(size, KEPT)).isEqualTo(ROOTS.get(size));
            assertThat(builder.root()).isEqualTo(ROOTS.get(size));
            assertThat(builder.size()).isEqualTo(size);
            builder.add(TREE.leaf(size));
        }
    }

    @Test
    void theProofOfALeafHasTheTreeBeforeIt() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                RootBuilder builder = RootBuilder.before(index, size, Proofs.inclusion(index, size, KEPT));
                assertThat(builder.root()).isEqualTo(ROOTS.get(index));
                builder.add(TREE.leaf(index));
                assertThat(builder.root()).isEqualTo(ROOTS.get(index + 1));
            }
        }
    }

    @Test
    void everyLeafOfEveryTreeIsProven() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Proofs.inclusion(index, size, KEPT);
                assertThat(includes(index, size, proof)).isTrue();
                assertThat(includes(index, size, flipped(proof, RANDOM.nextInt(256 * 9))))
                        .isEqualTo(proof.isEmpty());
                assertThat(includes(index, size, longer(proof))).isFalse();
                assertThat(proof.isEmpty() || !includes(index, size, shorter(proof)))
                        .isTrue();
            }
        }
    }

    @Test
    void aProofProvesNoOtherIndexSizeLeafOrRoot() {
        for (int size = 2; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = Proofs.inclusion(index, size, KEPT);
                for (int other = 0; other < size; other++) {
                    assertThat(includes(other, size, proof)).isEqualTo(other == index);
                    assertThat(Proofs.includes(TREE.leaf(index), other, size, proof, ROOTS.get(size)))
                            .isEqualTo(other == index);
                }
                assertThat(Proofs.includes(TREE.leaf(index), index, size, proof, ROOTS.get(size - 1)))
                        .isFalse();
            }
        }
        assertThat(Proofs.includes(TREE.leaf(0), 1, 1, List.of(), ROOTS.get(1))).isFalse();
        assertThat(Proofs.includes(TREE.leaf(0), -1, 1, List.of(), ROOTS.get(1)))
                .isFalse();
        assertThat(Proofs.includes(TREE.leaf(0), 0, 0, List.of(), ROOTS.get(0))).isFalse();
    }

    @Test
    void everyTreeIsTheBeginningOfEveryLargerTree() {
        for (int to = 0; to <= LARGEST; to++) {
            for (int from = 0; from <= to; from++) {
                List<byte[]> proof = Proofs.consistency(from, to, KEPT);
                assertThat(consistent(from, to, proof)).isTrue();
                assertThat(consistent(from, to, flipped(proof, RANDOM.nextInt(256 * 9))))
                        .isEqualTo(proof.isEmpty());
                assertThat(consistent(from, to, longer(proof))).isFalse();
                assertThat(proof.isEmpty() || !consistent(from, to, shorter(proof)))
                        .isTrue();
            }
        }
    }

    @Test
    void anotherRootIsNotTheBeginning() {
        for (int to = 1; to <= LARGEST; to++) {
            for (int from = 0; from <= to; from++) {
                List<byte[]> proof = Proofs.consistency(from, to, KEPT);
                byte[] other =
                        flipped(List.of(ROOTS.get(from)), RANDOM.nextInt(256)).getFirst();
                assertThat(Proofs.consistent(from, other, to, ROOTS.get(to), proof))
                        .isFalse();
                byte[] otherEnd =
                        flipped(List.of(ROOTS.get(to)), RANDOM.nextInt(256)).getFirst();
                assertThat(from > 0 && Proofs.consistent(from, ROOTS.get(from), to, otherEnd, proof))
                        .isFalse();
            }
        }
        assertThat(Proofs.consistent(2, ROOTS.get(2), 1, ROOTS.get(1), List.of()))
                .isFalse();
        assertThat(Proofs.consistent(-1, ROOTS.get(0), 1, ROOTS.get(1), List.of()))
                .isFalse();
        assertThat(Proofs.consistent(0, ROOTS.get(1), 0, ROOTS.get(1), List.of()))
                .isFalse();
    }

    @Test
    void everyFlippedBitOfAProofIsNoticed() {
        for (int size : new int[] {2, 3, 7, 8, 9, 255, 256, 257, LARGEST}) {
            for (int index : new int[] {0, size / 2, size - 1}) {
                List<byte[]> proof = Proofs.inclusion(index, size, KEPT);
                for (int bit = 0; bit < proof.size() * 256; bit++) {
                    assertThat(includes(index, size, flipped(proof, bit))).isFalse();
                }
                List<byte[]> growth = Proofs.consistency(index, size, KEPT);
                for (int bit = 0; bit < growth.size() * 256; bit++) {
                    assertThat(consistent(index, size, flipped(growth, bit))).isFalse();
                }
            }
        }
    }

    @Test
    void hashesOfAnotherLengthProveNothing() {
        List<byte[]> proof = new ArrayList<>(Proofs.inclusion(1, 2, KEPT));
        proof.set(0, new byte[31]);
        assertThat(includes(1, 2, proof)).isFalse();
        assertThat(consistent(1, 2, proof)).isFalse();
    }

    private static boolean includes(int index, int size, List<byte[]> proof) {
        return Proofs.includes(TREE.leaf(index), index, size, proof, ROOTS.get(size));
    }

    private static boolean consistent(int from, int to, List<byte[]> proof) {
        return Proofs.consistent(from, ROOTS.get(from), to, ROOTS.get(to), proof);
    }

    /** The hashes with one bit changed; bits are counted from the first hash and begin again after the last. */
    private static List<byte[]> flipped(List<byte[]> hashes, int bit) {
        if (hashes.isEmpty()) {
            return hashes;
        }
        List<byte[]> changed = new ArrayList<>(hashes);
        int number = bit / 256 % hashes.size();
        byte[] hash = changed.get(number).clone();
        hash[bit % 256 / 8] ^= (byte) (1 << bit % 8);
        changed.set(number, hash);
        return changed;
    }

    private static List<byte[]> longer(List<byte[]> proof) {
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        return longer;
    }

    private static List<byte[]> shorter(List<byte[]> proof) {
        return proof.subList(0, proof.size() - 1);
    }
}
