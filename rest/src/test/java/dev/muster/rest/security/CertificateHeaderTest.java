package dev.muster.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateHeaderTest {

    private static final String ONE = ":AQ==:";
    private static final String TWO = ":AgI=:";
    private static final String THREE = ":AwMD:";

    @Test
    void readsTheCertificateAndThenItsChain() {
        assertThat(read(List.of(ONE))).containsExactly(new byte[] {1});
        assertThat(read(List.of(" " + ONE + "\t"), TWO + ", " + THREE))
                .containsExactly(new byte[] {1}, new byte[] {2, 2}, new byte[] {3, 3, 3});
        assertThat(read(List.of(ONE), TWO, THREE)).hasSize(3);
    }

    @Test
    void aChainAloneIsNothing() {
        assertThat(read(List.of(), TWO)).isEmpty();
    }

    @Test
    void twoCertificatesAreNone() {
        assertThat(read(List.of(ONE, ONE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AQ==", ":AQ==", "AQ==:", "::", ":A_-=:", ":AQ==:;a=1", ":AQ==:, :AQ==:", ":A:", ":AQ=\n=:"})
    void whatIsNoByteSequenceIsNoCertificate(String field) {
        assertThat(read(List.of(field))).isEmpty();
        assertThat(read(List.of(ONE), field.equals(":AQ==:, :AQ==:") ? "x" : field))
                .isEmpty();
    }

    private static List<byte[]> read(List<String> certificate, String... chain) {
        return CertificateHeader.read(certificate, List.of(chain));
    }
}
