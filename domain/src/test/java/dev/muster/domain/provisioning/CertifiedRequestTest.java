package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.json.MalformedRequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertifiedRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {\"later\":[1]} "})
    void needNotSayAnything(String body) throws Exception {
        assertThat(parse(body)).isEqualTo(new CertifiedRequest(null, false, null));
    }

    @Test
    void saysWhichDevice() throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"A 1\"}")).isEqualTo(new CertifiedRequest("A 1", false, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proof", "encryptionResult", "signature", "timestamp", "nonce"})
    void aProofBesideTheCertificateIsSeen(String member) throws Exception {
        assertThat(parse("{\"" + member + "\":null}").bringsProof()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "[]",
                "{\"uniqueIdentifier\":null}",
                "{\"uniqueIdentifier\":1}",
                "{\"uniqueIdentifier\":\"a\\u0000\"}",
                "{\"uniqueIdentifier\":\"\\ud800\"}",
                "{\"uniqueIdentifier\":\"a\",\"uniqueIdentifier\":\"a\"}"
            })
    void whatCannotBeReadIsMalformed(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedRequestException.class);
    }

    private static CertifiedRequest parse(String body) throws MalformedRequestException {
        return CertifiedRequest.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
