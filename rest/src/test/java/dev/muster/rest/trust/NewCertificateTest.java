package dev.muster.rest.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateChange;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.rest.shared.JsonBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCertificateTest {

    @Test
    void theNameAloneIsAProofWithP256ForAYear() {
        CertificateRequest request = read("{\"name\":\"x\"}");
        assertThat(request.purpose()).isEqualTo(CertificatePurpose.PROOF);
        assertThat(request.key()).isEqualTo(new CertificateKey.Generated(KeyAlgorithm.EC_P256));
        assertThat(request.validityDays()).isEqualTo(365);
        assertThat(request.maxDevices()).isNull();
        assertThat(request.literalForm()).isFalse();
    }

    @Test
    void everyMemberIsTaken() {
        CertificateRequest request = read("""
                {"name":"x","purpose":"PROOF","keyAlgorithm":"RSA_3072","validityDays":5,"maxDevices":7,"literalForm":true}""");
        assertThat(request.key()).isEqualTo(new CertificateKey.Generated(KeyAlgorithm.RSA_3072));
        assertThat(request.validityDays()).isEqualTo(5);
        assertThat(request.maxDevices()).isEqualTo(7);
        assertThat(request.literalForm()).isTrue();
    }

    @Test
    void rsaOfAnotherSizeIsNotMade() {
        assertThatThrownBy(() -> read("{\"name\":\"x\",\"keyAlgorithm\":\"RSA\"}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("EC_P256, EC_P384, RSA_3072, RSA_4096, ED25519, or send a csr");
    }

    @Test
    void aRequestThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> read("{\"name\":\"x\",\"csr\":\"hello\"}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("openssl req");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{} | | false | ",
                "{\"literalForm\":null} | | false | ",
                "{\"literalForm\":false} | false | false | ",
                "{\"literalForm\":true} | true | false | ",
                "{\"maxDevices\":null} | | true | ",
                "{\"maxDevices\":4} | | true | 4",
                "{\"literalForm\":true,\"maxDevices\":4} | true | true | 4"
            })
    void aMemberThatIsAbsentChangesNothing(String json, Boolean literalForm, boolean changes, Integer maxDevices) {
        assertThat(CertificateChangeJson.read(stream(json)))
                .isEqualTo(new CertificateChange(literalForm, changes, maxDevices));
    }

    private static CertificateRequest read(String json) {
        return NewCertificate.from(JsonBody.read(stream(json), NewCertificate.MEMBERS))
                .toRequest();
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
