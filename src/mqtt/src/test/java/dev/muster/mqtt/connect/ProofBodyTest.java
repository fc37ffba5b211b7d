package dev.muster.mqtt.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofBodyTest {

    @Test
    void jsonStaysAsItIs() {
        byte[] sent = " {\"uniqueIdentifier\":\"1\",\"encryptionResult\":\"AA==\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(ProofBody.of(sent)).isSameAs(sent);
    }

    @Test
    void aJwsComesWithTheIdentifierOfItsSubject() {
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"iss\":\"K\",\"sub\":\"rack \\\"1\\\"\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(body("e30." + claims + ".c2ln"))
                .isEqualTo("{\"uniqueIdentifier\":\"rack \\\"1\\\"\",\"proof\":\"e30." + claims + ".c2ln\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "a.*.c", "e30.e30.c2ln", "e30.W10.c2ln", "e30.eyJzdWIiOjF9.c2ln", "a.b.c.d"})
    void aJwsWithoutSubjectComesAlone(String sent) {
        assertThat(body(sent)).isEqualTo("{\"proof\":\"" + sent + "\"}");
    }

    private static String body(String sent) {
        return new String(ProofBody.of(sent.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
