package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ProofRejectionTest {

    /** The faults that the issuer of the device's certificate can mend. */
    private static final String MENDABLE = "(NO_DEVICE_CERTIFICATE|DEVICE_CERTIFICATE_(?!REFUSED).*)";

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(ProofRejection rejection) {
        assertThat(ProofRejection.named(rejection.name())).contains(rejection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "expired", "EXPIRED ", "The member proof is missing; it has to be a string."})
    void anotherTextNamesNone(String text) {
        assertThat(ProofRejection.named(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = MENDABLE)
    void theIssuerOfADevicesCertificateGetsAdvice(ProofRejection rejection) {
        assertThat(rejection.deviceCertificateAdvice()).get().asString().contains("certificate");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = MENDABLE)
    void otherRejectionsComeWithoutAdvice(ProofRejection rejection) {
        assertThat(rejection.deviceCertificateAdvice()).isEmpty();
    }

    @Test
    void theAdviceNamesTheWrongExtension() {
        assertThat(ProofRejection.DEVICE_CERTIFICATE_KEY_USAGE.deviceCertificateAdvice())
                .get()
                .asString()
                .contains("keyUsage digitalSignature");
        assertThat(ProofRejection.DEVICE_CERTIFICATE_CLIENT_AUTH.deviceCertificateAdvice())
                .get()
                .asString()
                .contains("extendedKeyUsage clientAuth");
    }
}
