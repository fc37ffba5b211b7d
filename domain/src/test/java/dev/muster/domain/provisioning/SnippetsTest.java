package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.trust.key.KeyAlgorithm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnippetsTest {

    private static final SnippetValues VALUES = values(8883);

    private static SnippetValues values(int mqttPort) {
        return new SnippetValues(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "-----CA-----\n",
                "https://muster.example",
                "https://muster.example:8443",
                "devices.example",
                mqttPort,
                "-----ROOT-----\n",
                "00-00-5E-00-53-01");
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyPlaceIsFilled(KeyAlgorithm key) {
        assertThat(Snippets.ofProof(key, true, VALUES))
                .hasSize(5)
                .allSatisfy(program -> assertThat(program.text())
                        .contains("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "https://muster.example", "-----ROOT-----")
                        .contains("00-00-5E-00-53-01", "MUSTER_ACCESS_TOKEN", "muster.key", "access-token.txt")
                        .doesNotContainPattern("@[A-Z_]+@"));
    }

    @Test
    void eachKeySignsInItsOwnWay() {
        assertThat(text(SnippetKind.JWS, KeyAlgorithm.EC_P256)).contains("\"ES256\"", "-sha256 -sign", "asn1parse");
        assertThat(text(SnippetKind.JWS, KeyAlgorithm.EC_P384)).contains("\"ES384\"", "-sha384 -sign");
        assertThat(text(SnippetKind.JWS_PYTHON, KeyAlgorithm.RSA)).contains("\"RS256\"", "-sha256");
        assertThat(text(SnippetKind.JWS_PYTHON, KeyAlgorithm.ED25519)).contains("\"EdDSA\"", "-rawin");
    }

    /** It takes a signature as openssl writes it, so an ECDSA signature stays in its DER. */
    @Test
    void theSignatureFormTakesWhatOpensslWrites() {
        assertThat(text(SnippetKind.SIGNATURE, KeyAlgorithm.EC_P384))
                .contains("-sha384 -sign", "/nonce")
                .doesNotContain("asn1parse");
        assertThat(text(SnippetKind.SIGNATURE, KeyAlgorithm.ED25519)).contains("-rawin");
    }

    @Test
    void theLiteralFormIsThereOnlyIfItIsOn() {
        assertThat(kinds(Snippets.ofProof(KeyAlgorithm.RSA_3072, false, VALUES)))
                .containsExactly(SnippetKind.JWS, SnippetKind.JWS_PYTHON, SnippetKind.SIGNATURE, SnippetKind.JWS_MQTT);
    }

    /** The proof is in a file, because everybody on the machine can read command lines. */
    @Test
    void mqttTakesTheSameProof() {
        String jws = text(SnippetKind.JWS, KeyAlgorithm.EC_P256);
        String mqtt = text(SnippetKind.JWS_MQTT, KeyAlgorithm.EC_P256);
        String proof = jws.substring(jws.indexOf("  now="), jws.indexOf("  printf '{\"unique"));
        assertThat(mqtt)
                .contains(proof, "-h 'devices.example' -p 8883", ">\"$work/mosquitto_sub\"", "provision/response")
                .doesNotContain("-P \"$proof\"");
    }

    @Test
    void thereIsNoProgramForMqttWithoutItsPort() {
        assertThat(kinds(Snippets.ofProof(KeyAlgorithm.EC_P256, false, values(0))))
                .containsExactly(SnippetKind.JWS, SnippetKind.JWS_PYTHON, SnippetKind.SIGNATURE);
        assertThat(kinds(Snippets.ofDeviceCa(values(0))))
                .containsExactly(SnippetKind.CERTIFY, SnippetKind.PROVISION_TLS, SnippetKind.TELEMETRY_TLS);
    }

    @Test
    void aDeviceCaHasThreeStepsAndTheThirdAlsoOverMqtt() {
        List<Snippet> steps = Snippets.ofDeviceCa(VALUES);
        assertThat(kinds(steps))
                .containsExactly(
                        SnippetKind.CERTIFY,
                        SnippetKind.PROVISION_TLS,
                        SnippetKind.TELEMETRY_TLS,
                        SnippetKind.TELEMETRY_MQTT);
        assertThat(steps).allSatisfy(program -> assertThat(program.text()).doesNotContainPattern("@[A-Z_]+@"));
        assertThat(steps.get(0).text()).contains("-----CA-----", "00-00-5E-00-53-01", "muster.key");
        assertThat(steps.subList(1, 3))
                .allSatisfy(program -> assertThat(program.text())
                        .contains("https://muster.example:8443", "-----ROOT-----")
                        .doesNotContain("muster.key"));
        assertThat(steps.get(3).text())
                .contains("-h 'devices.example' -p 8883", "--cert device-chain.pem", "-t t")
                .doesNotContain("muster.key");
    }

    private static List<SnippetKind> kinds(List<Snippet> snippets) {
        return snippets.stream().map(Snippet::kind).toList();
    }

    private static String text(SnippetKind kind, KeyAlgorithm key) {
        return Snippets.ofProof(key, true, VALUES).stream()
                .filter(snippet -> snippet.kind() == kind)
                .findFirst()
                .orElseThrow()
                .text();
    }
}
