package dev.muster.domain.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The public key of a log with the name of the log, in the form that C2SP signed-note calls a verifier key.
 *
 * @param name not empty; without blanks, line breaks and plus signs
 * @param publicKey an Ed25519 key, 32 bytes (RFC 8032 section 5.1.5)
 */
public record VerifierKey(String name, byte[] publicKey) {

    /** Bytes of a key's id. */
    static final int ID_LENGTH = 4;

    private static final byte ED25519 = 1;

    private static final int LONGEST_NAME = 300;

    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");

    public VerifierKey {
        if (!isName(name) || publicKey.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("Not a key of a log");
        }
    }

    /** Whether a log can have this name: 1 to 300 characters, without blanks, control characters and plus signs. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .noneMatch(point -> point == '+'
                                || Character.isWhitespace(point)
                                || Character.isSpaceChar(point)
                                || Character.isISOControl(point));
    }

    /** The key in one line: {@code <name>+<id>+<base64 of 0x01 and the key>}. */
    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64Text.of(typed());
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException if the text has another form, or the id is not the id of this name and key
     */
    public static VerifierKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a key of a log");
        }
        byte[] typed = Base64Text.bytes(parts.group(3), 1 + Ed25519.PUBLIC_KEY_SIZE)
                .filter(bytes -> bytes[0] == ED25519)
                .orElseThrow(() -> new IllegalArgumentException("Not an Ed25519 key"));
        VerifierKey key = new VerifierKey(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text)) {
            throw new IllegalArgumentException("The id does not belong to this name and key");
        }
        return key;
    }

    /** The first four bytes of SHA-256(name, 0x0A, 0x01, key). */
    byte[] id() {
        MessageDigest digest = Hashes.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return Arrays.copyOf(digest.digest(typed()), ID_LENGTH);
    }

    /** Whether a signature of a note, which begins with the id of its key, has the id of this key. */
    boolean hasIdOf(byte[] signature) {
        return signature.length >= ID_LENGTH && Arrays.equals(signature, 0, ID_LENGTH, id(), 0, ID_LENGTH);
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    /** Whether the signature of 64 bytes is this key's signature of the message (RFC 8032 section 5.1.7). */
    boolean verifies(byte[] signature, byte[] message) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.validatePublicKeyFull(publicKey, 0)
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        return text();
    }
}
