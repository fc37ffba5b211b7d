package dev.muster.domain.trust;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in DER as a tree that can be changed and written again. Writing computes the lengths again. Values inside
 * OCTET STRINGs and BIT STRINGs, such as the value of an extension, are part of the tree.
 */
public final class DerTree {

    private static final int CONSTRUCTED = 0x20;
    private static final int OCTET_STRING = 0x04;
    private static final int BIT_STRING = 0x03;

    public final int tag;

    /** The children; empty if the value is primitive. */
    public final List<DerTree> children = new ArrayList<>();

    /** The octets before the children: a BIT STRING's count of unused bits; for a primitive value its whole content. */
    final byte[] content;

    private DerTree(int tag, byte[] content) {
        this.tag = tag;
        this.content = content;
    }

    public static DerTree of(byte[] der) {
        return of(DerReader.of(der));
    }

    private static DerTree of(DerReader value) {
        boolean constructed = (value.tag() & CONSTRUCTED) != 0;
        List<DerReader> within = constructed ? value.children() : wrapped(value);
        if (within.isEmpty()) {
            return new DerTree(value.tag(), value.content());
        }
        DerTree tree = new DerTree(value.tag(), value.tag() == BIT_STRING ? new byte[] {0} : new byte[0]);
        within.forEach(child -> tree.children.add(of(child)));
        return tree;
    }

    /** The value that fills a string, if it is a SEQUENCE, a string or a BIT STRING. */
    private static List<DerReader> wrapped(DerReader value) {
        int start = value.tag() == BIT_STRING ? 1 : 0;
        byte[] content = value.content();
        boolean holds = (value.tag() == OCTET_STRING || value.tag() == BIT_STRING && content[0] == 0)
                && content.length > start + 2
                && (content[start] == 0x30 || content[start] == 0x04 || content[start] == 0x03)
                && content[start + 1] == content.length - start - 2;
        return holds ? List.of(DerReader.of(java.util.Arrays.copyOfRange(content, start, content.length))) : List.of();
    }

    /** This value and all values below it, each before its children. */
    List<DerTree> all() {
        List<DerTree> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }

    public byte[] encode() {
        return encode(null, null);
    }

    /** The tree with any number of other octets instead of one value. */
    public byte[] encode(DerTree replaced, byte[] replacement) {
        return this == replaced ? replacement : wrap(tag, body(replaced, replacement));
    }

    /** The octets between its header and its end. */
    public byte[] body(DerTree replaced, byte[] replacement) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(content);
        children.forEach(child -> body.writeBytes(child.encode(replaced, replacement)));
        return body.toByteArray();
    }

    public static byte[] wrap(int tag, byte[] body) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (body.length > 0xff) {
            value.write(0x82);
            value.write(body.length >> 8);
        } else if (body.length > 0x7f) {
            value.write(0x81);
        }
        value.write(body.length);
        value.writeBytes(body);
        return value.toByteArray();
    }
}
