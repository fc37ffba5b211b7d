package dev.muster.domain.trust.key;

import static dev.muster.domain.trust.key.SignatureFixture.ecKey;
import static dev.muster.domain.trust.key.SignatureFixture.edKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, inputs and signatures that the standards print: those of other implementations. */
class SignatureExamplesTest {

    /** RFC 7515 appendix A.3: key, signing input and signature of another implementation. */
    @Test
    void acceptsTheExampleOfTheStandard() throws Exception {
        byte[] point = new byte[65];
        point[0] = 4;
        System.arraycopy(base64Url("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"), 0, point, 1, 32);
        System.arraycopy(base64Url("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"), 0, point, 33, 32);
        String input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQog"
                + "Imh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        byte[] signature =
                base64Url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        assertThat(SignatureVerifier.verify(
                        ecKey(SECObjectIdentifiers.secp256r1, point),
                        JwsAlgorithm.ES256,
                        input.getBytes(StandardCharsets.US_ASCII),
                        signature))
                .isTrue();
    }

    /** RFC 8037 appendix A.4: key, signing input and signature of the standard. */
    @Test
    void acceptsTheEd25519ExampleOfTheStandard() throws Exception {
        String input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        byte[] signature =
                base64Url("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
        byte[] key = edKey(base64Url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
        assertThat(SignatureVerifier.verify(
                        key, JwsAlgorithm.EdDSA, input.getBytes(StandardCharsets.US_ASCII), signature))
                .isTrue();
    }

    /** RFC 6979 appendix A.2.6: P-384, the messages "sample" and "test" with SHA-384. */
    @ParameterizedTest
    @CsvSource({
        "sample, 94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46,"
                + " 99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8",
        "test, 8203B63D3C853E8D77227FB377BCF7B7B772E97892A80F36AB775D509D7A5FEB0542A7F0812998DA8F1DD3CA3CF023DB,"
                + " DDD0760448D42D8A43AF45AF836FCE4DE8BE06B485E9B61B827C2F13173923E06A739F040649A667BF3B828246BAA5A5"
    })
    void acceptsTheP384ExamplesOfTheStandard(String message, String r, String s) throws Exception {
        byte[] point = HexFormat.of()
                .parseHex(
                        "04EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A25451548"
                                + "0BC138015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD"
                                + "2533264720");
        byte[] signature = HexFormat.of().parseHex(r + s);
        assertThat(SignatureVerifier.verify(
                        ecKey(SECObjectIdentifiers.secp384r1, point),
                        JwsAlgorithm.ES384,
                        message.getBytes(StandardCharsets.US_ASCII),
                        signature))
                .isTrue();
    }

    private static byte[] base64Url(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
