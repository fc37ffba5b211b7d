package dev.muster.ejb.account.signon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.account.signon.SignOnSeal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeExchangeTest {

    private final SignOnSeal seal = SignOnSeal.withMasterKey(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void aLoginAsksForACodeWithPkce() {
        SignOnSeal.Begun login = begin(false);
        assertThat(CodeExchange.request(settings(), login, "https://muster.example/oidc/callback"))
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", "https://muster.example/oidc/callback")
                .containsEntry("state", login.state())
                .containsEntry("nonce", login.nonce())
                .containsEntry("code_challenge", login.challenge())
                .containsEntry("code_challenge_method", "S256")
                .doesNotContainKeys("prompt", "max_age", "acr_values");
    }

    @Test
    void whoMustLogInAgainIsAskedByTheProvider() {
        assertThat(CodeExchange.request(settings(), begin(true), "https://muster.example/oidc/callback"))
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0");
    }

    private SignOnSeal.Begun begin(boolean again) {
        return seal.begin(again, "/index.xhtml", Instant.now(), new SecureRandom());
    }

    private static ProviderSettings settings() {
        Map<String, String> set =
                Map.of("issuer", "https://id.example", "client-id", "muster", "groups", "a=ADMINISTRATOR");
        return ProviderSettings.from(
                        name -> Optional.ofNullable(set.get(name.substring(ProviderSettings.PREFIX.length()))))
                .orElseThrow();
    }
}
