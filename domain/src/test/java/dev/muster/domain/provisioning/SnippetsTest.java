package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.key.KeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnippetsTest {

    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyPlaceIsFilled(KeyAlgorithm key) {
        Snippets snippets = of(key, "00-00-5E-00-53-01");
        for (String program : new String[] {snippets.shell(), snippets.python()}) {
            assertThat(program)
                    .contains(ACCESS_KEY, "https://muster.example", "-----ROOT-----", "00-00-5E-00-53-01")
                    .contains("MUSTER_ACCESS_TOKEN", "muster.key")
                    .doesNotContainPattern("@[A-Z_]+@");
        }
    }

    @Test
    void eachKeySignsInItsOwnWay() {
        assertThat(of(KeyAlgorithm.EC_P256, "1").shell()).contains("\"ES256\"", "-sha256 -sign");
        assertThat(of(KeyAlgorithm.EC_P384, "1").shell()).contains("\"ES384\"", "-sha384 -sign");
        assertThat(of(KeyAlgorithm.RSA, "1").python()).contains("\"RS256\"", "-sha256");
        assertThat(of(KeyAlgorithm.ED25519, "1").python()).contains("\"EdDSA\"", "-rawin");
    }

    private static Snippets of(KeyAlgorithm key, String example) {
        return Snippets.of(ACCESS_KEY, key, "https://muster.example", "-----ROOT-----\n", example);
    }
}
