package dev.muster.domain.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text with signatures below it, readable by people (C2SP signed-note): the text, an empty line, and one line for
 * each signature: {@code — <name> <base64 of the key's id and the signature>}.
 */
public final class SignedNote {

    /** Longer notes are not read: a checkpoint needs some 200 characters. */
    public static final int LONGEST = 20_000;

    private static final String SIGNATURE = "— ";

    private static final String END_OF_TEXT = "\n\n";

    private SignedNote() {}

    /**
     * Signs a text.
     *
     * @param text ends with a line feed; has no empty line and no control characters but the line feed
     * @param keys the signatures come in this order
     */
    public static String sign(String text, LogKey... keys) {
        if (!text.endsWith("\n") || text.contains(END_OF_TEXT) || !isText(text) || keys.length == 0) {
            throw new IllegalArgumentException("Not the text of a note");
        }
        StringBuilder note = new StringBuilder(text).append('\n');
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (LogKey key : keys) {
            byte[] signature = join(key.verifierKey().id(), key.sign(message));
            note.append(SIGNATURE)
                    .append(key.name())
                    .append(' ')
                    .append(Base64Text.of(signature))
                    .append('\n');
        }
        return note.toString();
    }

    /** The checkpoint that a key has signed: {@link #open(String, Collection)} with this key only. */
    public static Optional<Checkpoint> open(String note, VerifierKey key) {
        return open(note, List.of(key));
    }

    /**
     * The checkpoint that one of the keys has signed. Signatures of other keys are passed over.
     *
     * @return empty if the note is malformed, has no signature of the keys or one that is not valid, or is no checkpoint of
     *     the log of a key that has signed it; throws nothing
     */
    public static Optional<Checkpoint> open(String note, Collection<VerifierKey> keys) {
        Set<String> signers = signers(note, keys);
        if (signers.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.parse(note)).filter(checkpoint -> signers.contains(checkpoint.origin()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The names of the keys that have signed the text of a note.
     *
     * @return empty if the note is malformed, or if one signature with the name and the id of a key is not valid
     */
    static Set<String> signers(String note, Collection<VerifierKey> keys) {
        int end = note.indexOf(END_OF_TEXT);
        String signatures = end < 0 ? "" : note.substring(end + END_OF_TEXT.length());
        if (note.length() > LONGEST || !signatures.endsWith("\n") || !isText(note)) {
            return Set.of();
        }
        byte[] message = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
        Set<String> signers = new HashSet<>();
        for (String line : signatures.substring(0, signatures.length() - 1).split("\n", -1)) {
            if (!line.startsWith(SIGNATURE)) {
                return Set.of();
            }
            for (VerifierKey key : keys) {
                Optional<Boolean> valid = verify(line, key, message);
                if (valid.isPresent() && !valid.get()) {
                    return Set.of();
                }
                valid.ifPresent(yes -> signers.add(key.name()));
            }
        }
        return signers;
    }

    /** Whether a line is a valid signature of the key; empty if another key has made it. */
    private static Optional<Boolean> verify(String line, VerifierKey key, byte[] message) {
        String own = SIGNATURE + key.name() + " ";
        if (!line.startsWith(own)) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = Base64Text.bytes(line.substring(own.length()));
        return bytes.isEmpty()
                ? Optional.of(false)
                : bytes.filter(key::hasIdOf)
                        .map(signature -> key.verifies(
                                Arrays.copyOfRange(signature, VerifierKey.ID_LENGTH, signature.length), message));
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> point < ' ' && point != '\n')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
