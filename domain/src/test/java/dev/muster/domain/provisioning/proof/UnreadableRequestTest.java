package dev.muster.domain.provisioning.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.provisioning.CertifiedRequest;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mistakes of firmware. The sentence names the member, the place and what is wrong, and repeats nothing that the device
 * sent.
 */
class UnreadableRequestTest {

    private static final String HEADER = ProofFixture.part("{\"alg\":\"ES256\",\"typ\":\"provision+jwt\"}");
    private static final String CLAIMS = ProofFixture.part("{\"iss\":\"A\"}");
    private static final byte[] REQUEST = request();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"uniqueIdentifier\":356938035643809,\"proof\":\"a.b.c\"} | uniqueIdentifier has to be a string; it is a number",
                "{\"uniqueIdentifier\":null,\"proof\":\"a.b.c\"}            | uniqueIdentifier has to be a string; it is null",
                "{\"uniqueIdentifier\":[\"1\"],\"proof\":\"a.b.c\"}         | uniqueIdentifier has to be a string; it is an array",
                "{\"uniqueIdentifier\":\"1\",\"proof\":{}}                  | proof has to be a string; it is an object",
                "{\"uniqueidentifier\":\"1\",\"proof\":\"a.b.c\"}           | write it exactly uniqueIdentifier",
                "{\"unique_identifier\":\"1\",\"proof\":\"a.b.c\"}          | write it exactly uniqueIdentifier",
                "{\"UniqueIdentifier\":\"1\",\"proof\":\"a.b.c\"}           | write it exactly uniqueIdentifier",
                "{\"uniqueIdentifier\":\"1\",\"Proof\":\"a.b.c\"}           | write it exactly proof",
                "{\"uniqueIdentifier\":\"1\",\"PROOF\":\"a.b.c\"}           | write it exactly proof",
                "{\"uniqueIdentifier\":\"1\"}                               | proof is missing; it has to be a string",
                "{\"proof\":\"a.b.c\"}                                      | uniqueIdentifier is missing; it has to be a string",
                "{\"uniqueIdentifier\":\"1\",\"proof\":\"a.b.c\\n\"}        | proof has a line feed at position 5",
                "{\"uniqueIdentifier\":\"1\\r\",\"proof\":\"a.b.c\"}        | uniqueIdentifier has a carriage return at position 1",
                "{\"uniqueIdentifier\":\"1\\u0000\",\"proof\":\"a.b.c\"}    | uniqueIdentifier has a NUL at position 1",
                "{\"uniqueIdentifier\":\"1\\t\",\"proof\":\"a.b.c\"}        | uniqueIdentifier has a tab at position 1",
                "{\"uniqueIdentifier\":\"1\\u0007\",\"proof\":\"a.b.c\"}    | uniqueIdentifier has a control character at position 1",
                "{\"uniqueIdentifier\":\"1\\ud834\",\"proof\":\"a.b.c\"}    | uniqueIdentifier has half a surrogate pair at position 1",
                "{\"uniqueIdentifier\":\"1\",\"timestamp\":1e0,\"nonce\":\"x\",\"signature\":\"AA==\"} | timestamp has to be written with digits",
                "{\"uniqueIdentifier\":\"1\",\"timestamp\":\"1\",\"nonce\":\"x\",\"signature\":\"AA==\"} | timestamp has to be a number; it is a string",
                "{\"uniqueIdentifier\":\"1\",\"timestamp\":1,\"nonce\":2,\"signature\":\"AA==\"}    | nonce has to be a string",
                "{\"uniqueIdentifier\":\"1\",\"timestamp\":1,\"nonce\":\"x\",\"signature\":\"AA\"}  | signature lacks its = padding",
                "{\"uniqueIdentifier\":\"1\",\"timestamp\":1,\"nonce\":\"x\",\"signature\":\"A-_A\"} | signature is base64url",
                "{\"uniqueIdentifier\":\"1\",\"encryptionResult\":\"AB==\"}  | encryptionResult is not written canonically",
            })
    void namesTheMemberOfTheBody(String body, String says) {
        assertThat(sentence(() -> ProvisionRequest.parse(utf8(body))))
                .contains("The member ")
                .contains(says);
    }

    @Test
    void tellsAroundTheJson() {
        String good = "{\"uniqueIdentifier\":\"1\",\"proof\":\"a.b.c\"}";
        assertThat(sentence(() -> ProvisionRequest.parse(utf8(good + "\u0000"))))
                .contains("NUL byte")
                .contains("byte offset " + good.length());
        assertThat(sentence(() -> ProvisionRequest.parse(utf8("\uFEFF" + good))))
                .contains("byte order mark");
        assertThat(sentence(() -> ProvisionRequest.parse(utf8(good.replace("\"1\"", "001017001000374")))))
                .contains("no zeros before it", "member uniqueIdentifier", "byte offset 21");
        assertThat(sentence(() -> ProvisionRequest.parse(utf8(good.replace("\"1\"", "NaN")))))
                .contains("NaN", "member uniqueIdentifier");
        assertThat(sentence(() -> ProvisionRequest.parse(utf8(good.replace("\"1\"", "5".repeat(5_000))))))
                .contains("more than 1000 characters", "member uniqueIdentifier");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h>=.<c>.AAAA    | the header has = padding at position",
                "<h>.<c>==.AAAA   | the payload has = padding at position",
                "<h>.<c>.AA==     | the signature has = padding at position 2",
                "<h>.<c>.AAAA/    | the signature is standard base64",
                "<h>.<c>          | has 2 parts",
                "<h>.<c>.A.A      | has 4 parts",
                "<h>            | has 1 parts",
                "<h>.<c>.A        | the signature has a length that no base64 has",
                "<h>.<c>.AB       | the signature is not written canonically",
            })
    void namesThePartOfTheProof(String compact, String says) {
        String text = compact.replace("<h>", HEADER).replace("<c>", CLAIMS);
        assertThat(sentence(() -> CompactJws.parse(text))).contains(says);
    }

    @Test
    void tellsWhereTheJsonOfAPartIsWrong() {
        String wrong = ProofFixture.part("{\"iss\":NaN}");
        assertThat(sentence(() -> CompactJws.parse(wrong + "." + CLAIMS + ".AAAA")))
                .startsWith("In the header of the proof: the JSON")
                .contains("byte offset 7");
        assertThat(sentence(() -> CompactJws.parse(HEADER + "." + ProofFixture.part("[]") + ".AAAA")))
                .startsWith("In the payload of the proof: the JSON has to be an object");
    }

    @Test
    void tellsWhatIsWrongWithACsr() {
        String base64 = Base64.getEncoder().encodeToString(REQUEST);
        String pem = "-----BEGIN CERTIFICATE REQUEST-----\n" + base64 + "\n-----END CERTIFICATE REQUEST-----\n";
        assertThat(csr(pem)).contains("is PEM");
        assertThat(csr(Base64.getMimeEncoder().encodeToString(REQUEST))).contains("line break at position 76");
        assertThat(csr(base64 + "\n")).contains("line break at position " + base64.length());
        assertThat(csr(Base64.getUrlEncoder().withoutPadding().encodeToString(urlish())))
                .contains("base64url");
        assertThat(csr(Base64.getEncoder().encodeToString(utf8(pem)))).contains("base64 of PEM");
        assertThat(csr(Base64.getEncoder().encodeToString(Arrays.copyOf(REQUEST, REQUEST.length + 1))))
                .contains("NUL byte after the DER, at byte offset " + REQUEST.length);
        assertThat(csr(Base64.getEncoder().encodeToString(utf8("hello"))))
                .contains("not a certificate signing request");
        assertThat(csr("")).contains("is empty");
    }

    @Test
    void aCsrBesideACertificateIsAMemberOfTheBody() {
        assertThat(sentence(() -> CertifiedRequest.parse(utf8("{\"csr\":1}"))))
                .startsWith("The member csr has to be a string");
        assertThat(sentence(() -> CertifiedRequest.parse(utf8("{\"uniqueIdentifier\":7}"))))
                .contains("uniqueIdentifier has to be a string");
        assertThat(sentence(() -> CertifiedRequest.parse(utf8("{\"uniqueIdentifier\":\"7\\n\"}"))))
                .contains("uniqueIdentifier has a line feed");
    }

    @Test
    void repeatsNothingThatWasSent() {
        for (String body : new String[] {
            "{\"CANARY\":\"CANARY\\n\"}",
            "{\"uniqueIdentifier\":\"CANARY\\n\"}",
            "{\"uniqueIdentifier\":\"CANARY\",\"CANARY\":1}",
            "{\"CANARY\":CANARY}",
            "{\"uniqueIdentifier\":\"1\",\"encryptionResult\":\"CANARY-\"}"
        }) {
            assertThat(sentence(() -> ProvisionRequest.parse(utf8(body)))).doesNotContain("CANARY");
        }
        assertThat(csr("CANARY")).doesNotContain("CANARY");
    }

    private static String csr(String text) {
        String claims = Json.createObjectBuilder().add("csr", text).build().toString();
        String sentence = sentence(() -> CompactJws.parse(HEADER + "." + ProofFixture.part(claims) + ".AAAA"));
        assertThat(sentence).startsWith("The claim csr ");
        return sentence;
    }

    /** Its base64 has both characters in which the two alphabets differ. */
    private static byte[] urlish() {
        byte[] octets = REQUEST.clone();
        Arrays.fill(octets, 60, 90, (byte) 0xfb);
        return octets;
    }

    private static byte[] request() {
        try {
            KeyPair keys = KeyAlgorithm.EC_P256.generate(new SecureRandom());
            return new JcaPKCS10CertificationRequestBuilder(
                            new javax.security.auth.x500.X500Principal("CN=x"), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(new BouncyCastleProvider())
                            .build(keys.getPrivate()))
                    .getEncoded();
        } catch (java.io.IOException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private static String sentence(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        return catchThrowableOfType(MalformedRequestException.class, reading).getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
