package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.provisioning.proof.Attestation.LiteralProof;
import dev.muster.domain.provisioning.proof.Attestation.SignatureProof;
import dev.muster.domain.provisioning.proof.Attestation.SignedProof;
import dev.muster.domain.provisioning.proof.Attestation.Unacceptable;
import dev.muster.domain.shared.json.MalformedRequestException;
import java.math.BigInteger;
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
    void seesTwoProofsAtOnceAndHalfAForm(String other) throws Exception {
        assertThat(parse("{\"uniqueIdentifier\":\"1\",\"proof\":\"a\"," + other + "}"))
                .isEqualTo(new ProvisionRequest("1", new Unacceptable(ProofRejection.SEVERAL_PROOFS)));
        assertThatThrownBy(() -> parse("{\"uniqueIdentifier\":\"1\"," + other + "}"))
                .isInstanceOf(MalformedRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1764000000", "-1", "123456789012345678901234567890"})
    void readsTheSignatureForm(String timestamp) throws Exception {
        SignatureProof proof = new SignatureProof(new BigInteger(timestamp), "ü", new byte[] {0, -1, -65});
        assertThat(parse(signatureForm(timestamp, "\"ü\"", "\"AP+/\""))).isEqualTo(new ProvisionRequest("1", proof));
    }

    @Test
    void theSignatureCoversWhatWasSentByteForByte() {
        SignatureProof proof = new SignatureProof(BigInteger.valueOf(7), "nonce", new byte[0]);
        assertThat(proof.signed("hash", "Ü 1")).isEqualTo("hash\nÜ 1\n7\nnonce".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1.5",
                "1e3",
                "\"1\"",
                "null",
                "true",
                "[1]",
                "1e999999999",
                "01",
                "1795877452e0",
                "1E0",
                "-0",
                "+1"
            })
    void theTimestampIsAnInteger(String timestamp) {
        assertMalformed(signatureForm(timestamp, "\"x\"", "\"AP+/\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "[\"x\"]", "\"x\\n\"", "\"x\\u0000\"", "\"\\ud834\""})
    void theNonceIsText(String nonce) {
        assertMalformed(signatureForm("1", nonce, "\"AP+/\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "\"AA\"", "\"AB==\"", "\"AP-_\"", "\"A A=\"", "\"AA==\\n\"", "null", "1"})
    void theSignatureIsCanonicalBase64(String signature) {
        assertMalformed(signatureForm("1", "\"x\"", signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "nonce", "signature", "uniqueIdentifier"})
    void theSignatureFormIsWhole(String member) {
        assertMalformed(signatureForm("1", "\"x\"", "\"AP+/\"").replace('"' + member + '"', "\"other\""));
    }

    private static String signatureForm(String timestamp, String nonce, String signature) {
        return "{\"uniqueIdentifier\":\"1\",\"timestamp\":%s,\"nonce\":%s,\"signature\":%s}"
                .formatted(timestamp, nonce, signature);
    }

    private static void assertMalformed(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedRequestException.class);
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
