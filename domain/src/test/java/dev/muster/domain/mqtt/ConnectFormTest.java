package dev.muster.domain.mqtt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectFormTest {

    private static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String TOKEN = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void userNameAndPasswordAreCredentialsAndWinOverACertificate(boolean hasCertificate) {
        assertThat(ConnectForm.read(KEY, bytes(TOKEN), hasCertificate))
                .isEqualTo(new ConnectForm.Credentials(KEY, TOKEN));
    }

    @Test
    void aCertificateAloneIsTheCertificate() {
        assertThat(ConnectForm.read(null, null, true)).isEqualTo(new ConnectForm.Certificate());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aUserNameOfProvisionIsAFirstProofAndWinsOverACertificate(boolean hasCertificate) {
        ConnectForm form = ConnectForm.read("provision/" + KEY, bytes("a.b.c"), hasCertificate);
        assertThat(form).isInstanceOfSatisfying(ConnectForm.FirstProof.class, proof -> {
            assertThat(proof.certificateAccessKey()).isEqualTo(KEY);
            assertThat(proof.proof()).asString(UTF_8).isEqualTo("a.b.c");
        });
    }

    /** The judgement of a proof says for each unknown key the same. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "ABC/DEF", "abcdefghijklmnopqrstuvwxyz", "é"})
    void aFirstProofMayNameAnyKey(String key) {
        assertThat(ConnectForm.read("provision/" + key, bytes("{}"), false))
                .isInstanceOfSatisfying(
                        ConnectForm.FirstProof.class,
                        proof -> assertThat(proof.certificateAccessKey()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"provision", "Provision/" + KEY, "/provision/" + KEY, "provision:" + KEY})
    void whatOnlyLooksLikeProvisionIsAnAccessKey(String userName) {
        assertThat(ConnectForm.read(userName, bytes(TOKEN), false))
                .isEqualTo(new ConnectForm.Credentials(userName, TOKEN));
    }

    @Test
    void nothingIsUnauthenticated() {
        assertThat(code(null, null, false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void halfALoginIsUnauthenticated(boolean hasCertificate) {
        assertThat(code(KEY, null, hasCertificate)).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(code(null, bytes(TOKEN), hasCertificate)).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(code("", null, hasCertificate)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    /** As with HTTP Basic: they are wrong credentials, which takes the same time as others. */
    @Test
    void emptyTextsAreCredentials() {
        assertThat(ConnectForm.read("", new byte[0], true)).isEqualTo(new ConnectForm.Credentials("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\nb", "\u007f", "\u0085"})
    void controlCharactersAreUnauthenticated(String text) {
        assertThat(code(text, bytes(TOKEN), false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(code(KEY, bytes(text), false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
        assertThat(code("provision/" + text, bytes("{}"), false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void aPasswordThatIsNotUtf8IsUnauthenticated() {
        assertThat(code(KEY, "ä".getBytes(ISO_8859_1), false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource({"26, 3045, true", "26, 3046, false", "3071, 0, true", "3072, 0, false"})
    void credentialsAreAsLongAsInHttpBasic(int name, int password, boolean accepted) {
        byte[] token = bytes("a".repeat(password));
        if (accepted) {
            assertThat(ConnectForm.read("K".repeat(name), token, false)).isInstanceOf(ConnectForm.Credentials.class);
        } else {
            assertThat(code("K".repeat(name), token, false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
        }
    }

    @Test
    void lengthsAreBytes() {
        assertThat(code("é".repeat(1600), bytes(""), false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void aLongNameOfAFirstProofIsUnauthenticated() {
        assertThat(code("provision/" + "A".repeat(3072), bytes("{}"), false)).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void aFirstProofNeedsAKeyAndAProof() {
        assertThat(code("provision/", bytes("a.b.c"), true)).isEqualTo(ProblemCode.MALFORMED_REQUEST);
        assertThat(code("provision/" + KEY, null, true)).isEqualTo(ProblemCode.MALFORMED_REQUEST);
        assertThat(code("provision/" + KEY, new byte[0], true)).isEqualTo(ProblemCode.MALFORMED_REQUEST);
    }

    @Test
    void aProofIsAsLongAsOverHttp() {
        assertThat(ConnectForm.read("provision/" + KEY, new byte[16 * 1024], false))
                .isInstanceOf(ConnectForm.FirstProof.class);
        assertThat(code("provision/" + KEY, new byte[16 * 1024 + 1], false)).isEqualTo(ProblemCode.BODY_TOO_LARGE);
    }

    @Test
    void noTextShowsASecret() {
        assertThat(ConnectForm.read(KEY, bytes(TOKEN), false)).hasToString("Credentials[" + KEY + "]");
        assertThat(ConnectForm.read("provision/" + KEY, bytes(TOKEN), false)).hasToString("FirstProof[" + KEY + "]");
    }

    @Test
    void noRefusalRepeatsWhatWasSent() {
        assertThat(refusal(KEY, bytes("secret\0"), false)).hasMessageNotContaining("secret");
        assertThat(refusal("provision/" + KEY, null, false)).hasMessageNotContaining(KEY);
    }

    @Test
    void aProofIsNotChangedFromOutside() {
        byte[] sent = bytes("a.b.c");
        ConnectForm.FirstProof proof = new ConnectForm.FirstProof(KEY, sent);
        sent[0] = 'x';
        proof.proof()[1] = 'x';
        assertThat(proof.proof()).asString(UTF_8).isEqualTo("a.b.c");
    }

    private static ProblemCode code(String userName, byte[] password, boolean hasCertificate) {
        return refusal(userName, password, hasCertificate).code();
    }

    private static ProblemException refusal(String userName, byte[] password, boolean hasCertificate) {
        return catchThrowableOfType(ProblemException.class, () -> ConnectForm.read(userName, password, hasCertificate));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
