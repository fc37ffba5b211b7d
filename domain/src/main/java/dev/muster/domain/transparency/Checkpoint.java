package dev.muster.domain.transparency;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says of itself: its name, how many leaves it has, and their root (C2SP tlog-checkpoint). It is worth
 * something only if the log's key has signed it: {@link SignedNote}.
 *
 * @param origin the name of the log, without blanks, line breaks and plus signs
 * @param size how many leaves
 * @param root 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** Three lines, and no further lines: this log writes no extensions. A size has no leading zeros. */
    private static final Pattern TEXT = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/=]{44})\n");

    private static final String END_OF_TEXT = "\n\n";

    public Checkpoint {
        if (!VerifierKey.isName(origin) || size < 0 || root.length != Hashes.LENGTH) {
            throw new IllegalArgumentException("Not a checkpoint");
        }
    }

    /** The text that is signed: three lines, each with a line feed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(root) + "\n";
    }

    /**
     * Reads a checkpoint. Nothing of it is verified.
     *
     * @param note the signed note, or its text alone
     * @throws IllegalArgumentException if the note does not begin with a checkpoint in the form of {@link #text}
     */
    public static Checkpoint parse(String note) {
        int end = note.indexOf(END_OF_TEXT);
        Matcher lines = TEXT.matcher(end < 0 ? note : note.substring(0, end + 1));
        if (!lines.matches()) {
            throw new IllegalArgumentException("Not a checkpoint");
        }
        byte[] root = Base64Text.bytes(lines.group(3), Hashes.LENGTH)
                .orElseThrow(() -> new IllegalArgumentException("Not a checkpoint"));
        return new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), root);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return text();
    }
}
