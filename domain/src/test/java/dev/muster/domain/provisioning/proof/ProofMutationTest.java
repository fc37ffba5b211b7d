package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.policy.DeviceFixture;
import dev.muster.domain.provisioning.policy.DeviceProofPolicy;
import dev.muster.domain.provisioning.policy.LiteralProofPolicy;
import dev.muster.domain.provisioning.policy.ProofContext;
import dev.muster.domain.provisioning.policy.ShownCertificatePolicy;
import dev.muster.domain.provisioning.policy.SignatureProofPolicy;
import dev.muster.domain.provisioning.policy.SignedProofPolicy;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.DerMutations;
import dev.muster.domain.trust.DerMutations.Mutant;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.path.Resigning;
import dev.muster.domain.trust.path.ShownCertificate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Whole requests with one wrong place, as a server reads them: an element of the certificate in {@code x5c}, or a value
 * in the JSON of body, header or claims. They end in a verdict, or in the refusal of a request that cannot be read.
 */
class ProofMutationTest {

    /** Other values that a JSON value may have instead. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e0",
            "1e999999999",
            "1e99999",
            "9".repeat(5_000),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud834\"",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "\"" + "x".repeat(5_000) + "\"",
            "NaN",
            "\"none\"",
            "\"AA==\"",
            "[\"AA==\",\"AA==\"]",
            "[1]",
            "\"ü\"",
            "\"-----BEGIN CERTIFICATE REQUEST-----\"");

    private static final List<String> BODY =
            List.of("uniqueIdentifier", "proof", "timestamp", "nonce", "signature", "encryptionResult", "csr");

    private static final List<String> HEADER = List.of("alg", "typ", "x5c", "crit", "jwk", "b64");

    private static final List<String> CLAIMS =
            List.of("iss", "sub", "aud", "jti", "iat", "exp", "nbf", "ath", "nonce", "csr");

    private static final String PART = ProofFixture.part("{\"alg\":\"ES256\"}");

    private static final DeviceFixture DEVICE = DeviceFixture.Factory.create()
            .device(KeyAlgorithm.EC_P256, "CN=Tracker,SERIALNUMBER=" + ProofFixture.IDENTIFIER);

    private static final DecoyKeys KEYS = DecoyKeys.generate(ProofFixture.RANDOM);

    private static final DeviceProofPolicy DEVICES = DeviceFixture.policy();

    private static final SignedProofPolicy PROOFS = new SignedProofPolicy(KEYS, ProofFixture.NONCES);

    private static final SignatureProofPolicy SIGNATURES = new SignatureProofPolicy(KEYS, ProofFixture.NONCES);

    private static final LiteralProofPolicy LITERALS = new LiteralProofPolicy(ProofFixture.RANDOM);

    private final AtomicInteger verified = new AtomicInteger();

    private final AtomicInteger unreadable = new AtomicInteger();

    private final Queue<String> thrown = new ConcurrentLinkedQueue<>();

    @Test
    void ofTheCertificateInAProof() {
        List<Mutant> mutants = DerMutations.of(DEVICE.certificate());
        mutants.parallelStream().forEach(mutant -> {
            run(mutant.toString(), mutant.der());
            if (mutant.signed() && ShownCertificate.read(mutant.der()).isPresent()) {
                byte[] signed =
                        Resigning.of(mutant.der(), DEVICE.factory().keys().getPrivate());
                run(mutant + ", signed again", signed);
            }
        });
        System.out.println("Proofs with a mutant in x5c: " + mutants.size() + ", verified " + verified + ", unreadable "
                + unreadable);
        assertThat(thrown).isEmpty();
        assertThat(mutants.size()).isGreaterThan(4_000);
        assertThat(verified.get()).isPositive().isLessThan(mutants.size() / 10);
    }

    @Test
    void ofTheJson() {
        int count = 0;
        for (String value : VALUES) {
            BODY.forEach(member -> mutateBody(member, value));
            HEADER.forEach(member -> mutateProof(member, value, true));
            CLAIMS.forEach(member -> mutateProof(member, value, false));
            count += 2 * (BODY.size() + HEADER.size() + CLAIMS.size());
        }
        System.out.println(
                "Proofs with a mutant in JSON: " + count + ", verified " + verified + ", unreadable " + unreadable);
        assertThat(thrown).isEmpty();
        assertThat(verified.get()).isPositive();
        assertThat(unreadable.get()).isPositive();
    }

    private void mutateBody(String member, String value) {
        String further = "{\"" + member + "\":" + value + ",";
        String body = body(PART + "." + PART + ".AAAA");
        runBody(further + body.substring(1), true);
        runBody(body.replace("\"proof\"", "\"other\"").replace("{", further), true);
    }

    private void mutateProof(String member, String value, boolean inHeader) {
        String claims = DEVICE.claims().toString();
        for (boolean chain : new boolean[] {true, false}) {
            String header = chain
                    ? DEVICE.header(DEVICE.certificate()).toString()
                    : ProofFixture.header(JwsAlgorithm.ES256).toString();
            String proof = inHeader
                    ? sign(replaced(header, member, value), claims)
                    : sign(header, replaced(claims, member, value));
            runBody(body(proof), chain);
        }
    }

    private static String replaced(String json, String member, String value) {
        String name = "\"" + member + "\":";
        int at = json.indexOf(name);
        return at < 0
                ? "{" + name + value + "," + json.substring(1)
                : json.substring(0, at)
                        + name
                        + value
                        + json.substring(json.indexOf(',', at) < 0 ? json.length() - 1 : json.indexOf(',', at));
    }

    private static String sign(String header, String claims) {
        String input = ProofFixture.part(header) + "." + ProofFixture.part(claims);
        return input + "." + ProofFixture.base64Url(DEVICE.signer().signature(JwsAlgorithm.ES256, input));
    }

    private static String body(String proof) {
        return "{\"uniqueIdentifier\":\"" + ProofFixture.IDENTIFIER + "\",\"proof\":\"" + proof + "\"}";
    }

    private void run(String what, byte[] der) {
        String x5c = "[\"" + Base64.getEncoder().encodeToString(der) + "\"]";
        String header = "{\"alg\":\"ES256\",\"typ\":\"provision+jwt\",\"x5c\":" + x5c + "}";
        try {
            String claims = DEVICE.claims().toString();
            // if the certificate cannot be read, nothing checks the signature of the proof
            String proof = ShownCertificate.read(der).isPresent()
                    ? sign(header, claims)
                    : ProofFixture.part(header) + "." + ProofFixture.part(claims) + ".AAAA";
            runBody(body(proof), true);
            if (der.length > 0) {
                ShownCertificatePolicy.judge(
                        List.of(der), DEVICE.factory().authority(), DeviceFixture.ROOT_DER, ProofFixture.NOW);
            }
        } catch (RuntimeException | Error e) {
            thrown.add(what + ": " + e);
        }
    }

    /** Does what the service does: reads the body, then the proof, and judges it. */
    private void runBody(String body, boolean known) {
        try {
            ProvisionRequest request = ProvisionRequest.parse(body.getBytes(StandardCharsets.UTF_8));
            if (judge(request, known) instanceof ProofVerdict.Verified) {
                verified.incrementAndGet();
            }
        } catch (MalformedRequestException e) {
            assertThat(e.getMessage()).endsWith(".");
            unreadable.incrementAndGet();
        } catch (RuntimeException | Error e) {
            thrown.add(e + " at " + e.getStackTrace()[0] + " for " + body.substring(0, Math.min(200, body.length())));
        }
    }

    private static ProofVerdict judge(ProvisionRequest request, boolean known) throws MalformedRequestException {
        String accessKey = DEVICE.factory().authority().accessKey();
        ProofContext context = new ProofContext(
                accessKey,
                known ? Optional.of(DEVICE.signer().certificate()) : Optional.empty(),
                known ? Optional.of(DEVICE.factory().authority()) : Optional.empty(),
                request.uniqueIdentifier(),
                UnaryOperator.identity(),
                ProofFixture.NOW);
        if (request.attestation() instanceof Attestation.SignatureProof proof) {
            return SIGNATURES.judge(context, proof);
        }
        if (request.attestation() instanceof Attestation.LiteralProof proof) {
            return LITERALS.judge(context, proof);
        }
        if (!(request.attestation() instanceof Attestation.SignedProof proof)) {
            return null;
        }
        CompactJws jws = CompactJws.parse(proof.compact());
        return (DeviceProofPolicy.concerns(jws) ? DEVICES : PROOFS).judge(context, jws);
    }
}
