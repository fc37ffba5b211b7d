package dev.muster.domain.trust.file;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Secrets that every server of a platform derives from the master key (RFC 5869, with SHA-256), so that nobody has to
 * distribute them. Each use has its own secret, which reveals nothing about another secret or about the master key.
 */
public final class DerivedKey {

    /** As long as the hash (RFC 5869 section 2.3). */
    private static final int BYTES = 32;

    private DerivedKey() {}

    /**
     * Derives the key for a use.
     *
     * @param masterKey as {@link KeyEncryption#withMasterKey} takes it
     * @param use {@code info} of RFC 5869 section 3.2: a different text for each use, which never changes
     * @return 32 octets
     * @throws IllegalArgumentException if the master key is not valid
     */
    public static byte[] of(String masterKey, String use) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        byte[] info = use.getBytes(StandardCharsets.UTF_8);
        generator.init(new HKDFParameters(KeyEncryption.decode(masterKey), null, info));
        byte[] key = new byte[BYTES];
        generator.generateBytes(key, 0, BYTES);
        return key;
    }
}
