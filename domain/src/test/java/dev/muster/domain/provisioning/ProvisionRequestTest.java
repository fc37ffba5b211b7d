package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.provisioning.Attestation.LiteralProof;
import dev.muster.domain.provisioning.Attestation.SignedProof;
import dev.muster.domain.provisioning.Attestation.Unacceptable;
import dev.muster.domain.shared.MalformedRequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionRequestTest {

    @Test
    void readsTheDefaultForm() throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"Ü-1\",\"proof\":\"a.b.c\"}"))
                .isEqualTo(new ProvisionRequest("Ü-1", new SignedProof("a.b.c")));
    }

    @Test
    void ignoresMembersThatNoProofKnows() throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"1\",\"proof\":\"a\",\"firmware\":{\"v\":1}}"))
                .isEqualTo(new ProvisionRequest("1", new SignedProof("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"timestamp\":1", "\"nonce\":\"x\"", "\"signature\":null"})
    void seesTwoProofsAtOnceAndFormsThatAreNotOffered(String other) throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"1\",\"proof\":\"a\"," + other + "}"))
                .isEqualTo(new ProvisionRequest("1", new Unacceptable(ProofRejection.SEVERAL_PROOFS)));
        assertThat(parse("{\"uniqueIdentifier\":\"1\"," + other + "}"))
                .isEqualTo(new ProvisionRequest("1", new Unacceptable(ProofRejection.PROOF_FORM_NOT_OFFERED)));
    }

    @Test
    void readsTheLiteralForm() throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"1\",\"encryptionResult\":\"AP+/\"}"))
                .isEqualTo(new ProvisionRequest("1", new LiteralProof(new byte[] {0, -1, -65})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"proof\":\"a\"", "\"proof\":null", "\"signature\":\"x\"", "\"timestamp\":1"})
    void theLiteralFormStandsAlone(String other) throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"1\",\"encryptionResult\":\"AA==\"," + other + "}"))
                .isEqualTo(new ProvisionRequest("1", new Unacceptable(ProofRejection.SEVERAL_PROOFS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "\"AA\"", "\"AB==\"", "\"AA==AA==\"", "\"AP-_\"", "\"A A=\"", "null", "1"})
    void theLiteralFormIsCanonicalBase64(String value) {
        assertThatThrownBy(() -> parse("{\"uniqueIdentifier\":\"1\",\"encryptionResult\":" + value + "}"))
                .isInstanceOf(MalformedRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"uniqueIdentifier\":\"1\"}",
                "{\"proof\":\"a\"}",
                "{\"signature\":\"a\"}",
                "{\"uniqueIdentifier\":1,\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":null,\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\",\"proof\":[\"a\"]}",
                "{\"uniqueIdentifier\":\"1\",\"proof\":null}",
                "{\"uniqueIdentifier\":\"1\",\"uniqueIdentifier\":\"2\",\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\",\"proof\":\"a\",\"proof\":\"b\"}",
                "{\"uniqueIdentifier\":\"1\\u0000\",\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\\n\",\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\\u007f\",\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\\u0085\",\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\\ud834\",\"proof\":\"a\"}",
                "{\"uniqueIdentifier\":\"1\",\"proof\":\"a\\t\"}",
                "{\"uniqueIdentifier\":\"1\",\"signature\":\"a\\t\"}"
            })
    void refusesWhatCannotBeRead(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedRequestException.class);
    }

    private static ProvisionRequest parse(String body) throws MalformedRequestException {
        return ProvisionRequest.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
