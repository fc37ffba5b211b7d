package dev.muster.domain.provisioning.proof;

import static dev.muster.domain.provisioning.proof.ProofFixture.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.json.MalformedRequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {

    /** {@code {"alg":"x"}}, {@code {}} */
    private static final String HEADER = "eyJhbGciOiJ4In0";

    private static final String EMPTY = "e30";

    @Test
    void readsTheThreeParts() throws Exception {
        CompactJws jws = CompactJws.parse(HEADER + "." + EMPTY + ".AQID");
        assertThat(jws.header().getString("alg")).isEqualTo("x");
        assertThat(jws.claims()).isEmpty();
        assertThat(jws.signature()).containsExactly(1, 2, 3);
        assertThat(jws.signingInput()).isEqualTo((HEADER + "." + EMPTY).getBytes(StandardCharsets.US_ASCII));
    }

    /** It can be read, so the policy refuses it: 401 and not 400. */
    @Test
    void signatureMayBeEmpty() throws Exception {
        assertThat(CompactJws.parse(HEADER + "." + EMPTY + ".").signature()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "e30",
                "e30.e30",
                ".e30.AQID",
                "e30..AQID",
                "e30.e30.AQID.",
                "e30.e30.AQID.AQID.AQID",
                " e30.e30.AQID",
                "e30.e30.AQID\n",
                "e30.e3 0.AQID",
                "e30=.e30.AQID",
                "e30.e30.AQI=",
                "e30.e30.AQ==",
                "e30.e30.A+/B",
                "e30.e30.AQIDB",
                "e30.e30.AR",
                "e30.e30.AQJ",
                "e31.e30.AQID",
                "e30.e31.AQID",
                "e30.e30.\u0410QID",
                "bnVsbA.e30.AQID",
                "e30.W10.AQID",
                "e30._w.AQID"
            })
    void refusesWhatIsNotCanonical(String compact) {
        assertMalformed(compact);
    }

    @Test
    void refusesDoubledMembersInHeaderAndClaims() {
        assertMalformed(part("{\"alg\":\"ES256\",\"alg\":\"none\"}") + ".e30.AQID");
        assertMalformed(part("{\"alg\":\"ES256\",\"\\u0061lg\":\"none\"}") + ".e30.AQID");
        assertMalformed("e30." + part("{\"sub\":\"a\",\"sub\":\"b\"}") + ".AQID");
        assertMalformed("e30." + part("{\"x\":{\"y\":[{\"z\":1,\"z\":1}]}}") + ".AQID");
    }

    @Test
    void lengthIsBounded() throws Exception {
        String longest = "e30.e30." + "A".repeat(16_384 - 8);
        assertThat(CompactJws.parse(longest).signature()).hasSize((16_384 - 8) / 4 * 3);
        assertMalformed(longest + "AAAA");
    }

    @Test
    void whatIsHandedOutDoesNotChangeIt() throws Exception {
        CompactJws jws = CompactJws.parse(HEADER + "." + EMPTY + ".AQID");
        jws.signature()[0] = 9;
        jws.signingInput()[0] = 9;
        assertThat(jws.signature()[0]).isEqualTo((byte) 1);
        assertThat(jws.signingInput()[0]).isEqualTo((byte) 'e');
    }

    private static void assertMalformed(String compact) {
        assertThatThrownBy(() -> CompactJws.parse(compact))
                .isInstanceOfSatisfying(
                        MalformedRequestException.class,
                        e -> assertThat(e.code()).isEqualTo(ProblemCode.MALFORMED_REQUEST));
    }
}
