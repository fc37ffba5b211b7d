package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The places in a chain: the device first, then its issuer, then perhaps the root. */
class DeviceChainTest {

    private static final byte[] DEVICE = {1};
    private static final byte[] ISSUER = {2};
    private static final byte[] ROOT = {3};

    @Test
    void endsWithTheIssuerOrWithTheDevice() {
        assertThat(endsWithIssuer(DEVICE)).isTrue();
        assertThat(endsWithIssuer(DEVICE, ISSUER)).isTrue();
        assertThat(endsWithIssuer(DEVICE, ISSUER, ROOT)).isTrue();
        assertThat(endsWithIssuer(DEVICE, new byte[] {4})).isFalse();
    }

    @Test
    void theRootIsNotInThePlaceOfTheIssuer() {
        assertThat(endsWithIssuer(DEVICE, ROOT)).isFalse();
    }

    @Test
    void theServerAddsItsOwnCertificates() {
        assertThat(below(DEVICE)).containsExactly(DEVICE);
        assertThat(below(DEVICE, ISSUER)).containsExactly(DEVICE);
        assertThat(below(DEVICE, ISSUER, ROOT)).containsExactly(DEVICE);
        assertThat(below(DEVICE, new byte[] {4}, ISSUER, ROOT)).containsExactly(DEVICE, new byte[] {4});
    }

    private static boolean endsWithIssuer(byte[]... certificates) {
        return new DeviceChain(List.of(certificates)).endsWith(ISSUER, ROOT);
    }

    private static List<byte[]> below(byte[]... certificates) {
        return new DeviceChain(List.of(certificates)).below(ROOT);
    }
}
