package dev.muster.domain.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.trust.key.KeyAlgorithm;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEncryptionTest {

    private static final String OWNER = "issuer:4f0c0f60-2f9c-4ad5-9c41-2f3f5f4c1c11";

    private final SecureRandom random = new SecureRandom();
    private final String masterKey = KeyEncryption.newMasterKey(random);
    private final KeyEncryption encryption = KeyEncryption.withMasterKey(masterKey);
    private final PrivateKey key = KeyAlgorithm.EC_P256.generate(random).getPrivate();

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072", "ED25519"})
    void opensWhatItSealed(KeyAlgorithm algorithm) {
        PrivateKey original = algorithm.generate(random).getPrivate();
        byte[] encrypted = encryption.encrypt(original, OWNER, random);
        PrivateKey opened = KeyEncryption.withMasterKey("\n" + masterKey + "\n").decrypt(encrypted, OWNER);
        assertThat(opened.getEncoded()).isEqualTo(original.getEncoded());
    }

    @Test
    void neverRepeatsANonce() {
        byte[] first = encryption.encrypt(key, OWNER, random);
        byte[] second = encryption.encrypt(key, OWNER, random);
        assertThat(Arrays.copyOf(first, 12)).isNotEqualTo(Arrays.copyOf(second, 12));
        assertThat(first).hasSize(12 + key.getEncoded().length + 16);
    }

    @Test
    void anotherMasterKeyOrOwnerDoesNotOpenIt() {
        byte[] encrypted = encryption.encrypt(key, OWNER, random);
        KeyEncryption other = KeyEncryption.withMasterKey(KeyEncryption.newMasterKey(random));
        assertThatThrownBy(() -> other.decrypt(encrypted, OWNER)).isInstanceOf(KeyDecryptionException.class);
        assertThatThrownBy(() -> encryption.decrypt(encrypted, "issuer:other"))
                .isInstanceOf(KeyDecryptionException.class);
    }

    @Test
    void changedOrCutBytesDoNotOpen() {
        byte[] encrypted = encryption.encrypt(key, OWNER, random);
        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> encryption.decrypt(changed, OWNER)).isInstanceOf(KeyDecryptionException.class);
        }
        for (int length : new int[] {0, 11, 12, 27, 28, encrypted.length - 1}) {
            byte[] cut = Arrays.copyOf(encrypted, length);
            assertThatThrownBy(() -> encryption.decrypt(cut, OWNER)).isInstanceOf(KeyDecryptionException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void masterKeyHas32Bytes(int length) {
        String base64 = Base64.getEncoder().encodeToString(new byte[length]);
        assertThatThrownBy(() -> KeyEncryption.withMasterKey(base64)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void messageAboutAMasterKeyKeepsItSecret() {
        assertThatThrownBy(() -> KeyEncryption.withMasterKey("se*cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining("*");
    }
}
