package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashesTest {

    private static final byte[] SALT =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    private static final String CONTENT = "{\"v\":1,\"act\":\"login\",\"by\":\"user:7\"}";

    @Test
    void anEntryIsTheHashOfSaltAndContent() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 1);
        sha256.update(SALT);
        assertThat(Hashes.entry(SALT, CONTENT)).isEqualTo(sha256.digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aHiddenValueIsAHashWithTheSalt() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(SALT);
        byte[] hash = sha256.digest("zoë".getBytes(StandardCharsets.UTF_8));
        assertThat(Hashes.hidden(SALT, "zoë"))
                .isEqualTo("sha256:" + HexFormat.of().formatHex(hash));
    }

    @Test
    void aSaltOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hashes.entry(new byte[31], CONTENT));
        assertThatIllegalArgumentException().isThrownBy(() -> Hashes.hidden(new byte[33], "name"));
    }
}
