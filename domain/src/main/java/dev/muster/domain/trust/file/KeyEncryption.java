package dev.muster.domain.trust.file;

import dev.muster.domain.trust.key.BouncyCastle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * Encrypts the platform's private keys and other secrets under the master key before they are stored. Each is bound to its
 * owner, so that a key copied into the row of another owner cannot be decrypted. The master key is never stored with the data.
 */
public final class KeyEncryption {

    /** AES-256. */
    private static final int MASTER_KEY_BYTES = 32;

    /** NIST SP 800-38D section 8.2.2; random nonces are safe for 2^32 encryptions, section 8.3. */
    private static final int NONCE_BYTES = 12;

    /** The longest tag (NIST SP 800-38D section 5.2.1.2). */
    private static final int TAG_BITS = 128;

    private final SecretKeySpec masterKey;

    private KeyEncryption(byte[] masterKey) {
        this.masterKey = new SecretKeySpec(masterKey, "AES");
    }

    /**
     * @param base64 {@code MUSTER_MASTER_KEY}: base64 (RFC 4648 section 4) of exactly 32 bytes; white space around it
     *     is ignored
     * @throws IllegalArgumentException if it is not; the message does not repeat it
     */
    public static KeyEncryption withMasterKey(String base64) {
        return new KeyEncryption(decode(base64));
    }

    /**
     * The bytes of the master key.
     *
     * @throws IllegalArgumentException like {@link #withMasterKey}
     */
    static byte[] decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // without the cause: its message quotes a character of the secret
            throw new IllegalArgumentException("the master key is not base64");
        }
        if (bytes.length != MASTER_KEY_BYTES) {
            throw new IllegalArgumentException("the master key is not 32 bytes");
        }
        return bytes;
    }

    /** A new master key, in the form that {@link #withMasterKey} takes: 44 characters. */
    public static String newMasterKey(SecureRandom random) {
        byte[] bytes = new byte[MASTER_KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @param owner the owner of the key, such as {@code issuer:<uuid>}: the associated data, which is not in the result
     * @return nonce of 12 bytes, ciphertext of the PKCS#8 form, tag of 16 bytes
     * @throws IllegalArgumentException if the key has no PKCS#8 form
     */
    public byte[] encrypt(PrivateKey key, String owner, SecureRandom random) {
        return seal(pkcs8(key), owner, random);
    }

    /**
     * Encrypts a secret that is no private key.
     *
     * @param owner as in {@link #encrypt}
     * @return nonce of 12 bytes, ciphertext, tag of 16 bytes
     */
    public byte[] seal(byte[] plain, String owner, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, ByteBuffer.wrap(nonce), owner).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle encrypts with AES-GCM", e);
        }
    }

    /**
     * @param encrypted the result of {@link #encrypt}
     * @param owner the same as in the encryption
     * @throws KeyDecryptionException if the master key, the owner or the bytes are not those of the encryption
     */
    public PrivateKey decrypt(byte[] encrypted, String owner) {
        try {
            return BouncyCastle.privateKey(PrivateKeyInfo.getInstance(open(encrypted, owner)));
        } catch (IOException e) {
            throw undecryptable(owner, e);
        }
    }

    /**
     * Encrypts something again, under another master key.
     *
     * @param encrypted what this master key has encrypted
     * @param owner the same as in the encryption, and the same afterwards
     * @throws KeyDecryptionException like {@link #decrypt}
     */
    public byte[] encryptAgain(byte[] encrypted, String owner, KeyEncryption other, SecureRandom random) {
        return other.seal(open(encrypted, owner), owner, random);
    }

    /** Whether this master key has encrypted it, for this owner. */
    public boolean opens(byte[] encrypted, String owner) {
        try {
            open(encrypted, owner);
            return true;
        } catch (KeyDecryptionException e) {
            return false;
        }
    }

    /**
     * @param encrypted the result of {@link #seal}
     * @param owner the same as in the encryption
     * @throws KeyDecryptionException like {@link #decrypt}
     */
    public byte[] open(byte[] encrypted, String owner) {
        ByteBuffer input = ByteBuffer.wrap(encrypted);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, input, owner);
            return cipher.doFinal(encrypted, input.position(), input.remaining());
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw undecryptable(owner, e);
        }
    }

    private static KeyDecryptionException undecryptable(String owner, Exception cause) {
        return new KeyDecryptionException("the secret of " + owner + " cannot be decrypted", cause);
    }

    static byte[] pkcs8(PrivateKey key) {
        if (!"PKCS#8".equals(key.getFormat())) {
            throw new IllegalArgumentException("a private key with a PKCS#8 form is needed");
        }
        return key.getEncoded();
    }

    private Cipher cipher(int mode, ByteBuffer input, String owner) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        input.get(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", BouncyCastle.PROVIDER);
        cipher.init(mode, masterKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
