package dev.muster.domain.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyTest {

    @ParameterizedTest
    @CsvSource({
        "https://fleet.example.com, fleet.example.com, https://fleet.example.com",
        "https://Fleet.Example.com/, fleet.example.com, https://fleet.example.com",
        "https://fleet.example.com:443, fleet.example.com, https://fleet.example.com",
        "https://fleet.example.com:8181/x, fleet.example.com, https://fleet.example.com:8181",
        "https://localhost:8181, localhost, https://localhost:8181"
    })
    void isTheHostOfThePublicAddress(String url, String id, String origin) {
        assertThat(at(url)).contains(new RelyingParty(id, Set.of(origin)));
    }

    /** Browsers make no passkeys for addresses, nor without TLS, except on this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://192.0.2.7",
                "https://192.0.2.7:8181",
                "https://127.0.0.1:8181",
                "https://[2001:db8::1]:8181",
                "https://10",
                "http://fleet.example.com",
                "https:///nowhere"
            })
    void doesNotExistWhereBrowsersMakeNoPasskeys(String url) {
        assertThat(at(url)).isEmpty();
    }

    @Test
    void theDemonstrationAlsoHasItsPortWithoutTls() {
        assertThat(RelyingParty.at(URI.create("https://localhost:8181"), OptionalInt.of(8080)))
                .contains(new RelyingParty("localhost", Set.of("https://localhost:8181", "http://localhost:8080")));
        assertThat(RelyingParty.at(URI.create("https://fleet.example.com"), OptionalInt.of(8080)))
                .contains(new RelyingParty("fleet.example.com", Set.of("https://fleet.example.com")));
    }

    private static Optional<RelyingParty> at(String url) {
        return RelyingParty.at(URI.create(url), OptionalInt.empty());
    }
}
