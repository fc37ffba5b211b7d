package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.trust.KeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnippetsTest {

    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyPlaceIsFilled(KeyAlgorithm key) {
        Snippets snippets = of(key, IdentifierScheme.MAC);
        for (String program : new String[] {snippets.shell(), snippets.python()}) {
            assertThat(program)
                    .contains(ACCESS_KEY, "https://muster.example", "-----ROOT-----", "00-00-5E-00-53-01")
                    .contains("MUSTER_ACCESS_TOKEN", "muster.key")
                    .doesNotContainPattern("@[A-Z_]+@");
        }
    }

    @Test
    void eachKeySignsInItsOwnWay() {
        assertThat(of(KeyAlgorithm.EC_P256, IdentifierScheme.ANY).shell()).contains("\"ES256\"", "-sha256 -sign");
        assertThat(of(KeyAlgorithm.EC_P384, IdentifierScheme.ANY).shell()).contains("\"ES384\"", "-sha384 -sign");
        assertThat(of(KeyAlgorithm.RSA, IdentifierScheme.ANY).python()).contains("\"RS256\"", "-sha256");
        assertThat(of(KeyAlgorithm.ED25519, IdentifierScheme.ANY).python()).contains("\"EdDSA\"", "-rawin");
    }

    private static Snippets of(KeyAlgorithm key, IdentifierScheme scheme) {
        return Snippets.of(ACCESS_KEY, key, "https://muster.example", "-----ROOT-----\n", scheme);
    }
}
