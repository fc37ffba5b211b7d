package dev.muster.launcher.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesOfCertificateTest {

    private static final NamesOfCertificate NAMES = new NamesOfCertificate(List.of(
            List.of(2, "muster.example"),
            List.of(2, "*.fleet.example"),
            List.of(7, "192.0.2.7"),
            List.of(7, "2001:db8:0:0:0:0:0:1"),
            List.of(1, "people@other.example")));

    @Test
    void coversItsNamesInAnyCase() {
        assertThat(NAMES.covers("Muster.Example")).isTrue();
        assertThat(NAMES.covers("muster.example.org")).isFalse();
        assertThat(NAMES.covers("other.example")).isFalse();
    }

    @Test
    void aWildcardStandsForOneLabel() {
        assertThat(NAMES.covers("eu.fleet.example")).isTrue();
        assertThat(NAMES.covers("a.eu.fleet.example")).isFalse();
        assertThat(NAMES.covers("fleet.example")).isFalse();
        assertThat(NAMES.covers(".fleet.example")).isFalse();
    }

    @Test
    void coversAddressesInAnyNotation() {
        assertThat(NAMES.covers("192.0.2.7")).isTrue();
        assertThat(NAMES.covers("192.0.2.8")).isFalse();
        assertThat(NAMES.covers("2001:db8::1")).isTrue();
        assertThat(NAMES.covers("2001:db8::2")).isFalse();
    }
}
