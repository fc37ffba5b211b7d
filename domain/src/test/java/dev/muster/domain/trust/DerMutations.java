package dev.muster.domain.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hostile or broken program may do to a value in DER. Each element is omitted, emptied, doubled, given each
 * other tag, cut off at each length, and changed in its first and last octet. The lengths around it are right, so that
 * only this place is wrong.
 */
public final class DerMutations {

    private static final int HIGHEST_UNIVERSAL = 30;

    private static final int CONSTRUCTED = 0x20;

    /** For a longer element the lengths in between are left out. */
    private static final int MAX_CUTS = 40;

    private final DerTree tree;

    private final List<Mutant> mutants = new ArrayList<>();

    private DerMutations(DerTree tree) {
        this.tree = tree;
    }

    /**
     * A changed value.
     *
     * @param kind what was done
     * @param element which of the elements was changed, in the order of their first octets
     * @param signed whether it was within the first element of the value, which a signature covers
     */
    public record Mutant(String kind, int element, boolean signed, byte[] der) {

        @Override
        public String toString() {
            return kind + " of element " + element;
        }
    }

    public static List<Mutant> of(byte[] der) {
        DerMutations mutations = new DerMutations(DerTree.of(der));
        List<DerTree> elements = mutations.tree.all();
        if (!Arrays.equals(mutations.tree.encode(), der)) {
            throw new AssertionError("what was read is written as it was");
        }
        List<DerTree> signed = mutations.tree.children.get(0).all();
        for (int i = 0; i < elements.size(); i++) {
            mutations.mutate(i, elements.get(i), signed.contains(elements.get(i)));
        }
        return mutations.mutants;
    }

    /** The number of mutants of each kind. */
    public static Map<String, Integer> counts(List<Mutant> mutants) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        mutants.forEach(mutant -> counts.merge(mutant.kind(), 1, Integer::sum));
        return counts;
    }

    private void mutate(int index, DerTree element, boolean signed) {
        byte[] body = element.body(null, null);
        byte[] whole = DerTree.wrap(element.tag, body);
        add("omission", index, element, signed, new byte[0]);
        add("emptying", index, element, signed, DerTree.wrap(element.tag, new byte[0]));
        add("doubling", index, element, signed, join(whole, whole));
        for (int tag : tags(element.tag)) {
            add("retagging", index, element, signed, DerTree.wrap(tag, body));
        }
        for (int length : lengths(body.length)) {
            byte[] cut = DerTree.wrap(element.tag, Arrays.copyOf(body, length));
            add("truncation", index, element, signed, cut);
        }
        add("truncation", index, element, signed, Arrays.copyOf(whole, whole.length - 1));
        change(index, element, signed, body);
    }

    /**
     * The first octet of a BIT STRING counts its unused bits, that of an INTEGER has its sign, the last of a BOOLEAN
     * its value.
     */
    private void change(int index, DerTree element, boolean signed, byte[] body) {
        if (body.length > 0 && (element.tag & CONSTRUCTED) == 0) {
            for (int octet : new int[] {0, 1, 4, 7, 8, 0x7f, 0x80, 0xff}) {
                byte[] first = body.clone();
                first[0] = (byte) octet;
                add("change", index, element, signed, DerTree.wrap(element.tag, first));
            }
            byte[] last = body.clone();
            last[last.length - 1] ^= 1;
            add("change", index, element, signed, DerTree.wrap(element.tag, last));
        }
    }

    private void add(String kind, int index, DerTree element, boolean signed, byte[] replacement) {
        mutants.add(new Mutant(kind, index, signed, tree.encode(element, replacement)));
    }

    /** All universal tags in both forms, and each class with the numbers that certificates have. */
    private static List<Integer> tags(int own) {
        List<Integer> tags = new ArrayList<>();
        for (int tag = 0; tag <= HIGHEST_UNIVERSAL; tag++) {
            tags.add(tag);
            tags.add(tag | CONSTRUCTED);
        }
        tags.addAll(List.of(
                0x1f, 0x40, 0x60, 0x80, 0x81, 0x82, 0x83, 0x86, 0x87, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xbf, 0xc0, 0xe0));
        tags.remove(Integer.valueOf(own));
        return tags;
    }

    private static List<Integer> lengths(int whole) {
        List<Integer> lengths = new ArrayList<>();
        int step = Math.max(1, whole / MAX_CUTS);
        for (int length = 1; length < whole; length += step) {
            lengths.add(length);
        }
        return lengths;
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
