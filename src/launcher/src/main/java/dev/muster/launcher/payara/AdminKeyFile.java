package dev.muster.launcher.payara;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A new administration password for each domain. The password of the distribution is empty, and anybody who can deploy
 * into the server has access to all its keys.
 */
public record AdminKeyFile(String password) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The number of rounds that the server uses for {SSHA256}; with another number it refuses every password. */
    private static final int ROUNDS = 100;

    private static final String NAME_OF_PASSWORD = "AS_ADMIN_PASSWORD=";

    public static AdminKeyFile random() {
        return new AdminKeyFile(HexFormat.of().formatHex(bytes(20)));
    }

    /** The line of the server's {@code admin-keyfile}: salted SHA-256, a hundred rounds, the salt after the digest. */
    public String line() {
        byte[] salt = bytes(8);
        byte[] digest = digest(salt);
        byte[] both = new byte[digest.length + salt.length];
        System.arraycopy(digest, 0, both, 0, digest.length);
        System.arraycopy(salt, 0, both, digest.length, salt.length);
        return "admin;{SSHA256}" + Base64.getEncoder().encodeToString(both) + ";asadmin\n";
    }

    /** The file that {@code asadmin --passwordfile} and the in-container tests read. */
    String passwordFile() {
        return NAME_OF_PASSWORD + password + "\n";
    }

    /** The password in the text of a {@link #passwordFile()}. */
    static String read(String passwordFile) {
        return passwordFile.strip().replace(NAME_OF_PASSWORD, "");
    }

    private byte[] digest(byte[] salt) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(password.getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha256.digest(salt);
            for (int round = 2; round <= ROUNDS; round++) {
                digest = sha256.digest(digest);
            }
            return digest;
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
