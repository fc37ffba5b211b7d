package dev.muster.domain.transparency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hashes of the log, all SHA-256. The tree is the one of RFC 9162 section 2.1. A leaf of the tree is an entry of 32
 * bytes, and the entry commits to an act and its salt. So the tree tells nothing of the act, and the act can be
 * deleted.
 */
public final class Hashes {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** Bytes of a salt. */
    public static final int SALT_LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte ENTRY = 1;

    private Hashes() {}

    /**
     * What the tree keeps of an act: SHA-256(0x01, salt, content).
     *
     * @param salt 32 bytes
     * @param content the act as JSON; hashed as UTF-8
     */
    public static byte[] entry(byte[] salt, String content) {
        return sha256(ENTRY, salt(salt), content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A value that must not stand in an act, such as a name or an address: {@code sha256:} and the hexadecimal
     * SHA-256(salt, value).
     *
     * @param salt 32 bytes, the salt of the same act
     * @param value hashed as UTF-8
     */
    public static String hidden(byte[] salt, String value) {
        MessageDigest digest = sha256();
        digest.update(salt(salt));
        return "sha256:" + HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of a leaf: SHA-256(0x00, entry), RFC 9162 section 2.1.1. */
    public static byte[] leaf(byte[] entry) {
        return sha256(LEAF, entry);
    }

    /** The hash above two hashes: SHA-256(0x01, left, right), RFC 9162 section 2.1.1. */
    public static byte[] node(byte[] left, byte[] right) {
        return sha256(NODE, left, right);
    }

    /** The root of a tree without leaves: SHA-256 of nothing, RFC 9162 section 2.1.1. */
    public static byte[] emptyRoot() {
        return sha256().digest();
    }

    private static byte[] salt(byte[] salt) {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("A salt has 32 bytes");
        }
        return salt;
    }

    private static byte[] sha256(byte first, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(first);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** A new digest of SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
