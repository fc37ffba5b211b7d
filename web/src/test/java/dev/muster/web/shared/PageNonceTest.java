package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageNonceTest {

    private static final int MANY = 200;

    private static final int BITS = 128;

    /** A UUID has four bits of its version and two of its variant, which are always the same. Here no bit is. */
    @Test
    void hasAll128Bits() {
        BigInteger ever = BigInteger.ZERO;
        BigInteger always = BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE);
        BigInteger all = always;
        for (int i = 0; i < MANY; i++) {
            BigInteger bits = bits(PageNonce.newNonce());
            ever = ever.or(bits);
            always = always.and(bits);
        }
        assertThat(ever).isEqualTo(all);
        assertThat(always).isEqualTo(BigInteger.ZERO);
    }

    private static BigInteger bits(String nonce) {
        UUID uuid = UUID.fromString(new String(Base64.getDecoder().decode(nonce), StandardCharsets.UTF_8));
        return new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
