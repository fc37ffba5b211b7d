package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.Attestation.LiteralProof;
import dev.muster.domain.provisioning.proof.Attestation.SignatureProof;
import dev.muster.domain.provisioning.proof.Attestation.SignedProof;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Evidence is compared octet by octet, and a log line with a proof in it does not show its octets. */
class AttestationTest {

    private static final byte[] OCTETS = {77, 117, 115, 116, 101, 114};
    private static final BigInteger TIME = BigInteger.valueOf(1_772_359_200);

    private final LiteralProof literal = new LiteralProof(OCTETS);
    private final SignatureProof signature = new SignatureProof(TIME, "nonce", OCTETS);

    @Test
    void literalProofsAreEqualByTheirOctets() {
        LiteralProof same = new LiteralProof(OCTETS.clone());

        assertThat(literal).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(literal).isNotEqualTo(new LiteralProof(new byte[] {77})).isNotEqualTo(signature);
        assertThat(literal.hashCode()).isNotEqualTo(new LiteralProof(new byte[] {77}).hashCode());
    }

    @Test
    void signatureProofsAreEqualByAllTheirParts() {
        SignatureProof same = new SignatureProof(TIME, "nonce", OCTETS.clone());

        assertThat(signature).isEqualTo(same).hasSameHashCodeAs(same);
        for (SignatureProof other : new SignatureProof[] {
            new SignatureProof(BigInteger.ONE, "nonce", OCTETS),
            new SignatureProof(TIME, "other", OCTETS),
            new SignatureProof(TIME, "nonce", new byte[] {77})
        }) {
            assertThat(signature).isNotEqualTo(other).isNotEqualTo(literal);
            assertThat(signature.hashCode()).isNotEqualTo(other.hashCode());
        }
    }

    @Test
    void textsDoNotShowTheOctetsOfAProof() {
        assertThat(new SignedProof("e30.e30.c2ln")).hasToString("SignedProof[12 characters]");
        assertThat(literal).hasToString("LiteralProof[6 octets]");
        assertThat(signature).hasToString("SignatureProof[1772359200, nonce]");
        for (Attestation proof : new Attestation[] {literal, signature}) {
            assertThat(proof.toString())
                    .doesNotContain(
                            Arrays.toString(OCTETS),
                            Base64.getEncoder().encodeToString(OCTETS),
                            HexFormat.of().formatHex(OCTETS));
        }
    }
}
