package dev.muster.domain.provisioning.proof;

import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.file.KeyEncryption;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNoncesTest {

    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String MASTER_KEY = KeyEncryption.newMasterKey(RANDOM);
    private static final ServerNonces NONCES = ServerNonces.withMasterKey(MASTER_KEY);
    private static final ServerNonce NONCE = NONCES.issue(ACCESS_KEY, NOW, RANDOM);

    @Test
    void isATextThatCanBeAProofsId() {
        assertThat(NONCE.nonce()).matches("[A-Za-z0-9_-]{48}");
        assertThat(NONCE.expiresAt()).isEqualTo(NOW.plusSeconds(300));
        assertThat(NONCES.issue(ACCESS_KEY, NOW.plusMillis(999), RANDOM).expiresAt())
                .isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void countsForFiveMinutes() {
        assertThat(check(NOW)).isNull();
        assertThat(check(NOW.plusSeconds(300).minusNanos(1))).isNull();
        assertThat(check(NOW.plusSeconds(300))).isEqualTo(ProofRejection.NONCE_EXPIRED);
    }

    @Test
    void countsOnEveryServerOfThePlatformAndOnNoOther() {
        assertThat(ServerNonces.withMasterKey(MASTER_KEY).check(NONCE.nonce(), ACCESS_KEY, NOW))
                .isEmpty();
        assertThat(ServerNonces.withMasterKey(KeyEncryption.newMasterKey(RANDOM))
                        .check(NONCE.nonce(), ACCESS_KEY, NOW))
                .contains(ProofRejection.NONCE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABCDEFGHIJKLMNOPQRSTUVWXY2",
                "abcdefghijklmnopqrstuvwxyz",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZA",
                "ü"
            })
    void countsForItsAccessKeyAlone(String other) {
        assertThat(NONCES.check(NONCE.nonce(), other, NOW)).contains(ProofRejection.NONCE_UNKNOWN);
        assertThat(NONCES.check(NONCES.issue(other, NOW, RANDOM).nonce(), other, NOW))
                .isEmpty();
    }

    /** One octet of the time, of the random octets and of the MAC. */
    @Test
    void noCharacterCanBeChanged() {
        for (int i = 0; i < NONCE.nonce().length(); i++) {
            char[] changed = NONCE.nonce().toCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            assertThat(NONCES.check(new String(changed), ACCESS_KEY, NOW))
                    .as("character " + i)
                    .contains(ProofRejection.NONCE_UNKNOWN);
        }
    }

    @Test
    void noOtherTextIsANonce() {
        String nonce = NONCE.nonce();
        for (String other : new String[] {
            "",
            " ",
            nonce + "A",
            nonce.substring(1),
            nonce + "=",
            nonce.substring(0, 47) + "=",
            nonce + "\n",
            "ü".repeat(48),
            "=".repeat(48),
            "A".repeat(48)
        }) {
            assertThat(NONCES.check(other, ACCESS_KEY, NOW)).contains(ProofRejection.NONCE_UNKNOWN);
        }
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            nonces.add(NONCES.issue(ACCESS_KEY, NOW, RANDOM).nonce());
        }
        assertThat(nonces).hasSize(1000);
    }

    private static ProofRejection check(Instant now) {
        return NONCES.check(NONCE.nonce(), ACCESS_KEY, now).orElse(null);
    }
}
