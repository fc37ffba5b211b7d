package dev.muster.domain.trust.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerivedKeyTest {

    /** The octets 0 to 31. */
    private static final String MASTER_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** By openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:... -kdfopt "info:muster provision nonce" HKDF, 3.0.19. */
    @Test
    void isWhatOpensslDerives() {
        assertThat(HexFormat.of().formatHex(DerivedKey.of(MASTER_KEY, "muster provision nonce")))
                .isEqualTo("9838672f5e5eb908edb785fc2ffa8b15f6998129f9da9d728ebecbb92e0f27cb");
    }

    @Test
    void eachUseHasAKeyOfItsOwn() {
        assertThat(DerivedKey.of(MASTER_KEY, "a")).isNotEqualTo(DerivedKey.of(MASTER_KEY, "b"));
    }

    @Test
    void needsAMasterKey() {
        assertThatThrownBy(() -> DerivedKey.of("AAEC", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
