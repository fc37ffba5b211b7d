package dev.muster.domain.account.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokenCheckTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private static final KeyPair RSA = pair("RSA");

    private static final KeyPair OTHER = pair("RSA");

    private static final KeyPair EC = pair("EC");

    private static final String RS256 = "{\"alg\":\"RS256\",\"kid\":\"rsa\"}";

    private static final String CLAIMS = "{\"iss\":\"https://id.example\",\"sub\":\"s-1\",\"aud\":\"muster\","
            + "\"azp\":\"muster\",\"exp\":1800000300,\"iat\":1800000000,\"nonce\":\"n\",\"name\":\"Anna\","
            + "\"preferred_username\":\"anna\",\"groups\":[\"a\",\"b\"]}";

    private final JsonWebKeys keys = keys();

    @Test
    void aGoodTokenSaysWhoItIs() throws Exception {
        Identity identity = check(RS256, CLAIMS, RSA);
        assertThat(identity.subject()).isEqualTo("s-1");
        assertThat(identity.issuer()).isEqualTo("https://id.example");
        assertThat(identity.names()).containsExactly("anna", "s-1");
        assertThat(identity.groups()).containsExactlyInAnyOrder("a", "b");
        assertThat(check("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", CLAIMS, RSA)).isEqualTo(identity);
        assertThat(check("{\"alg\":\"ES256\",\"kid\":\"ec\"}", CLAIMS, EC)).isEqualTo(identity);
        assertThat(check(RS256, CLAIMS.replace("\"aud\":\"muster\"", "\"aud\":[\"muster\"]"), RSA))
                .isEqualTo(identity);
        assertThat(check(RS256, CLAIMS.replace("[\"a\",\"b\"]", "\"a\""), RSA).groups())
                .containsExactly("a");
        assertThat(check(RS256, CLAIMS.replace("[\"a\",\"b\"]", "[\"a\",1]"), RSA)
                        .groups())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://id.example|https://id.example/|INVALID",
                "\"muster\",\"azp|\"other\",\"azp|INVALID",
                "\"aud\":\"muster\"|\"aud\":[\"muster\",\"other\"]|INVALID",
                "\"aud\":\"muster\"|\"aud\":[]|INVALID",
                "\"aud\":\"muster\",|''|INVALID",
                "\"azp\":\"muster\"|\"azp\":\"other\"|INVALID",
                "\"azp\":\"muster\"|\"azp\":null|INVALID",
                "\"nonce\":\"n\"|\"nonce\":\"m\"|INVALID",
                "\"nonce\":\"n\",|''|INVALID",
                "\"sub\":\"s-1\",|''|INVALID",
                "\"s-1\"|\"\"|INVALID",
                "\"s-1\"|1|INVALID",
                "\"exp\":1800000300,|''|INVALID",
                "\"iat\":1800000000,|''|INVALID",
                "1800000300|\"1800000300\"|INVALID",
                "1800000300|1799999940|CLOCK",
                "\"iat\":1800000000|\"iat\":1800000061|CLOCK",
                "\"iat\":1800000000|\"iat\":1799999640|CLOCK",
                "\"iat\":1800000000|\"iat\":1800000000,\"nbf\":1800000061|CLOCK",
                "\"iat\":1800000000|\"iat\":1e99999|INVALID",
                "\"iat\":1800000000|\"iat\":1800000000,\"iat\":1800000000|INVALID"
            })
    void aWrongClaimIsRefused(String from, String to, SignOnRefusal refusal) {
        String claims = CLAIMS.replace(from, to);
        assertThat(claims).isNotEqualTo(CLAIMS);
        assertRefused(refusal, () -> check(RS256, claims, RSA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\",\"kid\":\"rsa\"}",
                "{\"alg\":\"HS256\",\"kid\":\"rsa\"}",
                "{\"alg\":\"RS1\",\"kid\":\"rsa\"}",
                "{\"alg\":\"PS256\",\"kid\":\"rsa\"}",
                "{\"alg\":\"ES256\",\"kid\":\"rsa\"}",
                "{\"alg\":\"RS256\",\"kid\":\"ec\"}",
                "{\"alg\":\"RS256\",\"kid\":\"unknown\"}",
                "{\"alg\":\"RS256\",\"kid\":\"for encryption\"}",
                "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"crit\":[\"x\"]}",
                "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"jwk\":{}}",
                "{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"rsa\"}",
                "{\"kid\":\"rsa\"}",
                "[]"
            })
    void aHeaderThatIsNotAcceptedIsRefused(String header) {
        assertRefused(SignOnRefusal.INVALID, () -> check(header, CLAIMS, RSA));
    }

    @Test
    void anotherKeyOrChangedClaimsAreRefused() {
        assertRefused(SignOnRefusal.INVALID, () -> check(RS256, CLAIMS, OTHER));
        String[] parts = token(RS256, CLAIMS, RSA).split("\\.");
        String changed = parts[0] + "." + text(CLAIMS.replace("s-1", "s-2")) + "." + parts[2];
        assertRefused(SignOnRefusal.INVALID, () -> check(changed));
        assertRefused(SignOnRefusal.INVALID, () -> check(parts[0] + "." + parts[1] + "."));
        for (String broken :
                Set.of("", "a.b", "a.b.c", parts[0] + "=." + parts[1] + "." + parts[2], "x".repeat(200_000))) {
            assertRefused(SignOnRefusal.INVALID, () -> check(broken));
        }
    }

    @Test
    void theDemandedStrengthIsChecked() throws Exception {
        ProviderSettings strict = settings(Map.of("acr", "gold silver", "amr", "mfa"));
        String strong = CLAIMS.replace("\"nonce\"", "\"acr\":\"silver\",\"amr\":[\"pwd\",\"mfa\"],\"nonce\"");
        IdToken token = IdToken.parse(token(RS256, strong, RSA));
        assertThat(new IdTokenCheck(strict)
                        .check(token, keys, login(false), NOW)
                        .subject())
                .isEqualTo("s-1");
        for (String weak : Set.of(
                CLAIMS,
                strong.replace("silver", "bronze"),
                strong.replace("\"mfa\"", "\"otp\""),
                strong.replace("acr", "acs"))) {
            IdToken weaker = IdToken.parse(token(RS256, weak, RSA));
            assertRefused(SignOnRefusal.WEAK, () -> new IdTokenCheck(strict).check(weaker, keys, login(false), NOW));
        }
    }

    @Test
    void theTokenSaysWhenTheUserHasLoggedIn() throws Exception {
        assertThat(check(RS256, CLAIMS, RSA).authenticatedAt()).isEmpty();
        assertThat(check(RS256, authenticated(1_799_000_000), RSA).authenticatedAt())
                .contains(Instant.ofEpochSecond(1_799_000_000));
        assertThat(check(RS256, authenticated(1_800_000_060), RSA).authenticatedAt())
                .contains(NOW.plusSeconds(60));
        assertRefused(SignOnRefusal.CLOCK, () -> check(RS256, authenticated(1_800_000_061), RSA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1800000000\"", "null", "-1", "1e18", "-1e18", "9e99"})
    void aTimeOfTheLoginThatCannotBeIsRefused(String time) {
        String claims = CLAIMS.replace("\"nonce\"", "\"auth_time\":" + time + ",\"nonce\"");
        assertRefused(SignOnRefusal.INVALID, () -> check(RS256, claims, RSA));
    }

    /** OpenID Connect Core 1.0 section 3.1.3.7 item 13. */
    @Test
    void whoMustLogInAgainHasLoggedInSinceThisLoginBegan() throws Exception {
        long begun = login(true).begunAt().getEpochSecond();
        assertThat(checkAgain(authenticated(begun)).subject()).isEqualTo("s-1");
        assertThat(checkAgain(authenticated(begun - 59)).subject()).isEqualTo("s-1");
        assertRefused(SignOnRefusal.NOT_AGAIN, () -> checkAgain(authenticated(begun - 60)));
        assertRefused(SignOnRefusal.NOT_AGAIN, () -> checkAgain(CLAIMS));
    }

    private static String authenticated(long seconds) {
        return CLAIMS.replace("\"nonce\"", "\"auth_time\":" + seconds + ",\"nonce\"");
    }

    private Identity checkAgain(String claims) throws Exception {
        IdToken token = IdToken.parse(token(RS256, claims, RSA));
        return new IdTokenCheck(settings(Map.of())).check(token, keys, login(true), NOW);
    }

    /** Began two minutes ago. */
    private static SignOnSeal.Begun login(boolean again) {
        return new SignOnSeal.Begun(
                "", "", "n", "", again, "/", NOW.minusSeconds(120).plus(SignOnSeal.LIFETIME));
    }

    private interface Attempt {
        Object run() throws Exception;
    }

    private static void assertRefused(SignOnRefusal refusal, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        SignOnRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private Identity check(String header, String claims, KeyPair pair) throws Exception {
        return check(token(header, claims, pair));
    }

    private Identity check(String token) throws Exception {
        return new IdTokenCheck(settings(Map.of())).check(IdToken.parse(token), keys, login(false), NOW);
    }

    private static ProviderSettings settings(Map<String, String> more) {
        Map<String, String> all = Map.of("issuer", "https://id.example", "client-id", "muster", "groups", "a=OPERATOR");
        return ProviderSettings.from(name -> Stream.of(all, more)
                        .map(map -> map.get(name.substring(ProviderSettings.PREFIX.length())))
                        .flatMap(Stream::ofNullable)
                        .findFirst())
                .orElseThrow();
    }

    private static String token(String header, String claims, KeyPair pair) {
        String input = text(header) + "." + text(claims);
        try {
            Signature signature = Signature.getInstance(pair == EC ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + octets(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonWebKeys keys() {
        RSAPublicKey rsa = (RSAPublicKey) RSA.getPublic();
        ECPublicKey ec = (ECPublicKey) EC.getPublic();
        String numbers = "\"kty\":\"RSA\",\"n\":\"" + octets(rsa.getModulus().toByteArray()) + "\",\"e\":\"AQAB\"";
        String document = "{\"keys\":[{" + numbers + ",\"kid\":\"rsa\",\"use\":\"sig\",\"alg\":\"RS256\"},{" + numbers
                + ",\"kid\":\"for encryption\",\"use\":\"enc\"},{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"rsa\"},"
                + "{\"kty\":\"RSA\",\"n\":\"*\",\"kid\":\"broken\"},{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"ec\",\"x\":\""
                + octets(coordinate(ec.getW().getAffineX().toByteArray())) + "\",\"y\":\""
                + octets(coordinate(ec.getW().getAffineY().toByteArray())) + "\"}]}";
        try {
            return JsonWebKeys.parse(document.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 octets, whatever the sign of the number needs. */
    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static String text(String json) {
        return octets(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String octets(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
