package dev.muster.domain.account.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {

    @Test
    void nothingSetIsNoSingleSignOn() {
        assertThat(ProviderSettings.from(name -> Optional.empty())).isEmpty();
    }

    @Test
    void defaultsAskForOpenidAndGroups() {
        ProviderSettings settings = settings(Map.of()).orElseThrow();
        assertThat(settings.scope()).isEqualTo("openid profile");
        assertThat(settings.groupsClaim()).isEqualTo("groups");
        assertThat(settings.acr()).isEmpty();
        assertThat(settings.toString()).doesNotContain("hidden words");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://id.example",
        "issuer, ftp://id.example",
        "issuer, https://user@id.example",
        "issuer, https://id.example/#x",
        "issuer, not an address",
        "issuer, ''",
        "client-id, ''",
        "groups, ''",
        "groups, x=ROOT",
        "scopes, profile",
        "name, a name that is much longer than any button should be"
    })
    void aMistakeIsNamed(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("muster.oidc." + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://id.example/realms/x", "http://127.0.0.1:99", "http://localhost:1/x", "http://[::1]:1"})
    void addressesThatMayBeCalled(String issuer) {
        assertThat(settings(Map.of("issuer", issuer)).orElseThrow().issuer()).isEqualTo(issuer);
    }

    private static Optional<ProviderSettings> settings(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of(
                "issuer",
                "https://id.example",
                "client-id",
                "muster",
                "groups",
                "a=OPERATOR",
                "client-secret",
                "hidden words"));
        all.putAll(changed);
        return ProviderSettings.from(
                name -> Optional.ofNullable(all.get(name.substring(ProviderSettings.PREFIX.length())))
                        .filter(value -> !value.isEmpty()));
    }
}
