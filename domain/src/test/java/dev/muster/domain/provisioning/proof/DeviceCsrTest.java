package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.provisioning.CertifiedRequest;
import dev.muster.domain.provisioning.policy.DeviceAuthority;
import dev.muster.domain.provisioning.policy.DeviceFixture;
import dev.muster.domain.provisioning.policy.ProofContext;
import dev.muster.domain.provisioning.policy.SignedProofPolicy;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request for a certificate, as a claim and as a member of a body. */
class DeviceCsrTest {

    private static final ProofFixture EC = ProofFixture.of(KeyAlgorithm.EC_P256);
    private static final KeyPair DEVICE = KeyAlgorithm.EC_P256.generate(ProofFixture.RANDOM);
    private static final byte[] REQUEST = request(DEVICE);

    @Test
    void comesAlongWithAVerifiedProof() {
        SignedProofPolicy policy = new SignedProofPolicy(DecoyKeys.generate(ProofFixture.RANDOM), ProofFixture.NONCES);
        CompactJws proof = EC.sign(JwsAlgorithm.ES256, ProofFixture.header(JwsAlgorithm.ES256), wish(EC.claims()));
        ProofVerdict verdict = policy.judge(
                context(EC.certificate().accessKey(), Optional.of(EC.certificate()), Optional.empty()), proof);
        assertBelieved(verdict);
    }

    @Test
    void comesAlongWithADevicesOwnProof() throws Exception {
        DeviceFixture.Factory factory = DeviceFixture.Factory.create();
        DeviceFixture device = factory.device(KeyAlgorithm.EC_P256, "SERIALNUMBER=" + ProofFixture.IDENTIFIER);
        CompactJws proof = device.sign(device.header(device.certificate()), wish(device.claims()));
        assertBelieved(DeviceFixture.policy()
                .judge(
                        context(factory.authority().accessKey(), Optional.empty(), Optional.of(factory.authority())),
                        proof));
    }

    private static ProofContext context(
            String accessKey, Optional<ProofVerificationKey> key, Optional<DeviceAuthority> authority) {
        return new ProofContext(
                accessKey, key, authority, ProofFixture.IDENTIFIER, UnaryOperator.identity(), ProofFixture.NOW);
    }

    @Test
    void comesWithTheBodyBesideACertificateShown() throws Exception {
        byte[] body = wish(Json.createObjectBuilder().build()).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(CertifiedRequest.parse(body).csr().der()).isEqualTo(REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "[]", "{}", "\"\"", "\"MIIB\"", "\"MAA=\"", "\"MAA\"", "\"@\""})
    void whatCannotBeReadIsMalformed(String value) {
        JsonObject claims = ProofFixture.with(EC.claims(), "csr", ProofFixture.json(value));
        assertMalformed(claims);
    }

    @Test
    void pemAndBase64OfUrlsAndOneOctetMoreAreMalformed() {
        String base64 = Base64.getEncoder().encodeToString(REQUEST);
        byte[] longer = Arrays.copyOf(REQUEST, REQUEST.length + 1);
        for (String text : new String[] {
            base64 + "\n",
            "-----BEGIN CERTIFICATE REQUEST-----\n" + base64,
            Base64.getEncoder().encodeToString(longer),
            Base64.getUrlEncoder().encodeToString(longer)
        }) {
            assertMalformed(
                    Json.createObjectBuilder(EC.claims()).add("csr", text).build());
        }
    }

    private static void assertMalformed(JsonObject claims) {
        String compact =
                ProofFixture.part("{\"alg\":\"ES256\"}") + "." + ProofFixture.part(claims.toString()) + ".AAAA";
        assertThatThrownBy(() -> CompactJws.parse(compact)).isInstanceOf(MalformedRequestException.class);
        byte[] body = claims.toString().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CertifiedRequest.parse(body)).isInstanceOf(MalformedRequestException.class);
    }

    private static void assertBelieved(ProofVerdict verdict) {
        assertThat(verdict).isInstanceOf(ProofVerdict.Verified.class);
        DeviceCsr csr = ((ProofVerdict.Verified) verdict).claims().csr();
        assertThat(csr.der()).isEqualTo(REQUEST);
        assertThat(CertificateSigningRequest.ofDevice(csr.der()).publicKey()).isEqualTo(DEVICE.getPublic());
    }

    private static JsonObject wish(JsonObject members) {
        return Json.createObjectBuilder(members)
                .add("csr", Base64.getEncoder().encodeToString(REQUEST))
                .build();
    }

    private static byte[] request(KeyPair keys) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=ignored"), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider())
                            .build(keys.getPrivate()))
                    .getEncoded();
        } catch (java.io.IOException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }
}
