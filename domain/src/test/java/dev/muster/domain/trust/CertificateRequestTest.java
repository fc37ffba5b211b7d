package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.key.KeyAlgorithm;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRequestTest {

    @ParameterizedTest
    @CsvSource({"PROOF, 1", "PROOF, 1095", "DEVICE_CA, 1", "DEVICE_CA, 3650"})
    void validityIsThatOfThePurpose(CertificatePurpose purpose, int days) {
        assertThat(request(purpose, KeyAlgorithm.EC_P256, days, null, false).validityDays())
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"PROOF, 0", "PROOF, 1096", "PROOF, -1", "DEVICE_CA, 0", "DEVICE_CA, 3651", "DEVICE_CA, 2147483647"})
    void anotherValidityIsRefusedAndTheRightOneTold(CertificatePurpose purpose, int days) {
        assertInvalid(
                () -> request(purpose, KeyAlgorithm.EC_P256, days, null, false), "1 to " + purpose.maxDays() + " days");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void mostDevicesAreOneAtLeast(int most) {
        assertInvalid(() -> request(CertificatePurpose.PROOF, KeyAlgorithm.EC_P256, 1, most, false), "at least 1");
        assertInvalid(() -> CertificateChange.maxDevices(most), "at least 1");
    }

    @Test
    void mostDevicesMayBeOneOrNone() {
        assertThat(request(CertificatePurpose.PROOF, KeyAlgorithm.EC_P256, 1, 1, false)
                        .maxDevices())
                .isEqualTo(1);
        assertThat(CertificateChange.maxDevices(null).changesMaxDevices()).isTrue();
        assertThat(CertificateChange.literalForm(true).changesMaxDevices()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_3072", "RSA_4096"})
    void literalFormIsForProofsWithRsa(KeyAlgorithm algorithm) {
        assertThat(request(CertificatePurpose.PROOF, algorithm, 1, null, true).literalForm())
                .isTrue();
        assertInvalid(() -> request(CertificatePurpose.DEVICE_CA, algorithm, 1, null, true), "leave it off here");
    }

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "ED25519"})
    void literalFormIsForNoOtherKey(KeyAlgorithm algorithm) {
        assertInvalid(() -> request(CertificatePurpose.PROOF, algorithm, 1, null, true), "leave it off here");
    }

    @Test
    void deviceCaHasNoEd25519Key() {
        assertInvalid(
                () -> request(CertificatePurpose.DEVICE_CA, KeyAlgorithm.ED25519, 1, null, false),
                "choose an EC or RSA key");
    }

    /** The kind of the request is known after it was read. */
    @Test
    void keyFromOutsideIsAskedWhenItIsRead() {
        CertificateKey outside = new CertificateKey.Requested(new byte[0]);
        CertificateRequest proof =
                new CertificateRequest(new TenantName("x"), CertificatePurpose.PROOF, outside, 1, null, true);
        assertThatCode(() -> proof.checkKey(KeyAlgorithm.RSA)).doesNotThrowAnyException();
        assertInvalid(() -> proof.checkKey(KeyAlgorithm.EC_P256), "leave it off here");
        CertificateRequest ca =
                new CertificateRequest(new TenantName("x"), CertificatePurpose.DEVICE_CA, outside, 1, null, false);
        assertThatCode(() -> ca.checkKey(KeyAlgorithm.RSA)).doesNotThrowAnyException();
        assertInvalid(() -> ca.checkKey(KeyAlgorithm.ED25519), "choose an EC or RSA key");
    }

    private static CertificateRequest request(
            CertificatePurpose purpose, KeyAlgorithm algorithm, int days, Integer most, boolean literal) {
        CertificateKey key = new CertificateKey.Generated(algorithm);
        return new CertificateRequest(new TenantName("x"), purpose, key, days, most, literal);
    }

    private static void assertInvalid(ThrowingCallable code, String says) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.VALIDATION_FAILED))
                .hasMessageContaining(says);
    }
}
