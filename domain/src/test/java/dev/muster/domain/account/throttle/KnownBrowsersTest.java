package dev.muster.domain.account.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.file.KeyEncryption;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownBrowsersTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final SecureRandom random = new SecureRandom();

    private final String masterKey = KeyEncryption.newMasterKey(random);

    private final KnownBrowsers browsers = KnownBrowsers.withMasterKey(masterKey);

    @Test
    void everyServerRecognizesItForThisUserOnly() {
        String cookie = browsers.cookie("Olivia", NOW, random);
        KnownBrowsers another = KnownBrowsers.withMasterKey(masterKey);
        assertThat(cookie).hasSize(64).matches("[A-Za-z0-9_-]+");
        assertThat(another.recognize(" oliviA ", cookie, NOW)).isPresent();
        assertThat(another.recognize("marco", cookie, NOW)).isEmpty();
        assertThat(KnownBrowsers.withMasterKey(KeyEncryption.newMasterKey(random))
                        .recognize("Olivia", cookie, NOW))
                .isEmpty();
    }

    @Test
    void eachBrowserHasItsOwnMarkUntilItExpires() {
        String cookie = browsers.cookie("Olivia", NOW, random);
        String other = browsers.cookie("Olivia", NOW, random);
        assertThat(browsers.recognize("Olivia", cookie, NOW))
                .isEqualTo(browsers.recognize("Olivia", cookie, NOW.plusSeconds(5)))
                .isNotEqualTo(browsers.recognize("Olivia", other, NOW));
        assertThat(browsers.recognize("Olivia", cookie, NOW.plus(KnownBrowsers.LIFETIME)))
                .isEmpty();
    }

    @Test
    void noChangedOctetIsAccepted() {
        String cookie = browsers.cookie("Olivia", NOW, random);
        for (int i = 0; i < cookie.length(); i++) {
            String changed = cookie.substring(0, i) + (cookie.charAt(i) == 'A' ? 'B' : 'A') + cookie.substring(i + 1);
            assertThat(browsers.recognize("Olivia", changed, NOW)).isEmpty();
        }
        assertThat(browsers.recognize("Olivia", null, NOW)).isEmpty();
        assertThat(browsers.recognize("Olivia", "?".repeat(64), NOW)).isEmpty();
        assertThat(browsers.recognize("Olivia", cookie + "A", NOW)).isEmpty();
    }
}
