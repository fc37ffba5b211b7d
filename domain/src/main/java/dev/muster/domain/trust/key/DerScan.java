package dev.muster.domain.trust.key;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks the headers of an encoded value (X.690 section 8.1) without recursion, before a recursive reader reads it. A
 * few thousand octets can be nested a thousand levels deep and would exhaust the stack of that reader.
 */
public final class DerScan {

    /** A certificate has about ten levels. */
    private static final int MAX_DEPTH = 32;

    private static final int CONSTRUCTED = 0x20;

    private static final int HIGH_TAG = 0x1f;

    /** The most octets of a length; two would do for 16 KiB. */
    private static final int MAX_LENGTH_OCTETS = 4;

    private final byte[] octets;

    private final Deque<Integer> ends = new ArrayDeque<>();

    private int at;

    private DerScan(byte[] octets) {
        this.octets = octets;
    }

    /** Whether all values have definite lengths, lie within the value around them, and are at most 32 levels deep. */
    public static boolean isShallow(byte[] octets) {
        return new DerScan(octets).scan();
    }

    private boolean scan() {
        ends.push(octets.length);
        while (at < octets.length) {
            while (at == ends.element()) {
                ends.pop();
            }
            if (!value()) {
                return false;
            }
        }
        return octets.length > 0;
    }

    /** Enters a constructed value, and skips a primitive value. */
    private boolean value() {
        int tag = octets[at++];
        if ((tag & HIGH_TAG) == HIGH_TAG) {
            skipTagNumber();
        }
        long length = length();
        if (length < 0 || at + length > ends.element()) {
            return false;
        }
        if ((tag & CONSTRUCTED) == 0) {
            at += (int) length;
        } else if (length > 0) {
            ends.push(at + (int) length);
        }
        return ends.size() <= MAX_DEPTH + 1;
    }

    /** The highest bit of an octet says that another octet follows. */
    private void skipTagNumber() {
        while (at < octets.length && octets[at] < 0) {
            at++;
        }
        at++;
    }

    /** -1 if the length is missing or indefinite. */
    private long length() {
        if (at >= octets.length) {
            return -1;
        }
        int first = octets[at++];
        if (first >= 0) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > MAX_LENGTH_OCTETS || at + count > octets.length) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << Byte.SIZE | octets[at++] & 0xff;
        }
        return length;
    }
}
