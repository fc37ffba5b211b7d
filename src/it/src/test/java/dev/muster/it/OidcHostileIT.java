package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Single sign-on with a provider that lies, is slow, or is not there. The order matters: the server keeps good metadata and keys for
 * an hour.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcHostileIT {

    private final HostileProvider provider = Database.provider();
    private final MusterServer server = Database.another();
    private final SignOnBrowser browser = SignOnBrowser.at(server);

    @BeforeEach
    void behave() {
        provider.behave();
    }

    @Test
    @Order(1)
    void metadataOfAnotherIssuerIsNotTaken() {
        provider.metadata("https://another.example");
        assertThat(browser.told(begun())).contains("cannot be trusted");
        provider.metadata(provider.issuer() + "/");
        assertThat(begun()).endsWith("invalid");
    }

    @Test
    @Order(2)
    void addressesThatAreNotSafeAreNotCalled() {
        provider.onMetadata(exchange -> HostileProvider.send(
                exchange,
                200,
                "{\"issuer\":\"" + provider.issuer() + "\",\"authorization_endpoint\":\"" + provider.issuer()
                        + "/a\",\"token_endpoint\":\"http://192.0.2.1/token\",\"jwks_uri\":\"" + provider.issuer()
                        + "/keys\"}"));
        assertThat(begun()).endsWith("invalid");
    }

    @Test
    @Order(3)
    void noRedirectIsFollowed() {
        provider.onMetadata(exchange -> HostileProvider.redirect(exchange, provider.issuer() + "/elsewhere"));
        assertThat(browser.told(begun())).contains("cannot reach single sign-on now");
        assertThat(provider.redirected).hasValue(0);
    }

    @Test
    @Order(4)
    void anAnswerWithoutEndIsCutOff() {
        provider.onMetadata(HostileProvider::flood);
        assertThat(begun()).endsWith("unreachable");
    }

    @Test
    @Order(5)
    void aSlowAnswerIsWaitedForTenSeconds() {
        provider.onMetadata(HostileProvider::trickle);
        long begin = System.nanoTime();
        assertThat(begun()).endsWith("unreachable");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"issuer\":1}", "{", "<html>"})
    @Order(6)
    void whatIsNoMetadataIsRefused(String body) {
        provider.onMetadata(exchange -> HostileProvider.send(exchange, 200, body));
        assertThat(begun()).endsWith("invalid");
    }

    @Test
    @Order(7)
    void aGoodAnswerLetsTheUserIn() {
        assertThat(logIn()).isEqualTo("/index.xhtml");
        assertThat(browser.isLoggedIn()).isTrue();
    }

    /** A login at the provider of an hour ago, or one of which it does not say when it was, is no new proof. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-3600|true", "-300|false", "''|true", "0|false"})
    @Order(7)
    void theSessionIsAsFreshAsTheLoginAtTheProvider(String age, boolean isAsked) {
        authenticated(age);
        assertThat(logIn()).isEqualTo("/index.xhtml");
        Map<String, String> fields = Map.of("create-form", "create-form", "name", "x", "days", "1", "access", "READ");
        Answer answer = browser.portal().ask("/account/tokens.xhtml", "create-confirm", "issued-body", fields);
        assertThat(answer.body().contains("PF('again').show()")).isEqualTo(isAsked);
        assertThat(answer.body().contains("data-testid=\"issued-token\"")).isNotEqualTo(isAsked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-3600", "''"})
    @Order(7)
    void whoHasNotLoggedInAgainIsToldSoOnTheNextPage(String age) {
        assertThat(logIn()).isEqualTo("/index.xhtml");
        authenticated(age);
        String refused = browser.comeBack(callback("code=x", browser.beginAgain("/index.xhtml")));
        assertThat(refused).isEqualTo("/login.xhtml?refusal=not-again");
        assertThat(follow(refused)).contains("did not confirm that you have logged in there again");
    }

    /** @param seconds from now, or blank for no claim */
    private void authenticated(String seconds) {
        if (!seconds.isEmpty()) {
            long time = System.currentTimeMillis() / 1_000 + Long.parseLong(seconds);
            provider.claims = right -> right.replace("\"nonce\"", "\"auth_time\":" + time + ",\"nonce\"");
        }
    }

    /** The page to which redirects lead. */
    private String follow(String path) {
        URI at = URI.create(server.url()).resolve(path);
        Answer answer = browser.get(at.toString());
        while (answer.status() == 302) {
            at = at.resolve(SignOnBrowser.location(answer));
            answer = browser.get(at.toString());
        }
        return answer.expect(200).body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"aud\":\"muster\"|\"aud\":\"other\"|invalid",
                "\"aud\":\"muster\"|\"aud\":[\"muster\",\"other\"]|invalid",
                "\"aud\":\"muster\"|\"aud\":\"muster\",\"azp\":\"other\"|invalid",
                "\"nonce\":\"|\"nonce\":\"x|invalid",
                "\"iss\":\"|\"iss\":\"x|invalid",
                "\"exp\":|\"exp\":1,\"x\":|clock",
                "\"iat\":|\"iat\":4000000000,\"x\":|clock",
                "\"sub\":\"hostile\"|\"x\":1|invalid",
                "managers|others|no-group"
            })
    @Order(8)
    void aTokenThatSaysSomethingElseLetsNobodyIn(String from, String to, String refusal) {
        provider.claims = right -> right.replace(from, to);
        assertRefused(logIn(), refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"kid\":\"first\"}",
                "{\"alg\":\"ES256\",\"kid\":\"first\"}",
                "{\"alg\":\"RS256\",\"kid\":\"first\",\"crit\":[\"x\"]}"
            })
    @Order(9)
    void anotherAlgorithmLetsNobodyIn(String header) {
        provider.header = header;
        assertRefused(logIn(), "invalid");
    }

    @Test
    @Order(10)
    void anUnsignedTokenLetsNobodyIn() {
        provider.header = "{\"alg\":\"none\"}";
        provider.on(
                "/token",
                exchange -> HostileProvider.send(
                        exchange, 200, "{\"id_token\":\"" + provider.token().replaceAll("[^.]*$", "") + "\"}"));
        assertRefused(logIn(), "invalid");
    }

    /** The keys are read again for an unknown key, at most once in ten seconds. */
    @Test
    @Order(11)
    void anotherKeyLetsNobodyInAndUnknownKeysDoNotFlood() {
        var right = provider.key;
        provider.key = HostileProvider.newKey();
        assertRefused(logIn(), "invalid");
        provider.key = right;
        provider.header = "{\"alg\":\"RS256\",\"kid\":\"unknown\"}";
        int before = provider.keyReads.get();
        for (int i = 0; i < 5; i++) {
            assertRefused(logIn(), "invalid");
        }
        assertThat(provider.keyReads.get()).isBetween(before, before + 2);
    }

    @Test
    @Order(12)
    void aNewKeyIsFound() {
        provider.key = HostileProvider.newKey();
        provider.header = "{\"alg\":\"RS256\",\"kid\":\"second\"}";
        provider.on("/keys", exchange -> HostileProvider.send(exchange, 200, provider.keys("second")));
        dev.muster.testkit.Await.until(Duration.ofSeconds(30), this::logIn, "/index.xhtml"::equals);
    }

    @ParameterizedTest
    @CsvSource({"302, unreachable", "500, unreachable", "400, invalid", "401, invalid", "200, invalid"})
    @Order(13)
    void aTokenEndpointThatGivesNoneLetsNobodyIn(int status, String refusal) {
        provider.on("/token", exchange -> {
            exchange.getResponseHeaders().set("Location", provider.issuer() + "/elsewhere");
            HostileProvider.send(exchange, status, "{\"error\":\"<b>x</b>\"}");
        });
        assertRefused(logIn(), refusal);
        assertThat(provider.redirected).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied, denied",
        "error=temporarily_unavailable, unreachable",
        "code=x&iss=https://another.example, invalid",
        "x=y, invalid",
        "code=, invalid"
    })
    @Order(14)
    void whatTheProviderSaysInsteadIsTold(String answer, String refusal) {
        assertRefused(browser.comeBack(callback(answer)), refusal);
    }

    @Test
    @Order(15)
    void withoutTheProviderNobodyComesInAndThePasswordsStillWork() {
        String callback = callback("code=x");
        provider.stop();
        assertRefused(browser.comeBack(callback), "unreachable");
        PortalClient.at(server)
                .logIn(System.getenv("MUSTER_ADMIN_USERNAME"), System.getenv("MUSTER_ADMIN_PASSWORD"))
                .get("/administration/users.xhtml")
                .expect(200);
    }

    private void assertRefused(String location, String refusal) {
        assertThat(location).isEqualTo("/login.xhtml?refusal=" + refusal);
        assertThat(browser.isLoggedIn()).isFalse();
    }

    /** Where the portal leads if the provider cannot be used. */
    private String begun() {
        return SignOnBrowser.location(
                browser.portal().post("/oidc/start", Map.of()).expect(303));
    }

    private String logIn() {
        return browser.comeBack(callback("code=x"));
    }

    private String callback(String answer) {
        return callback(answer, browser.begin("/index.xhtml"));
    }

    private String callback(String answer, String address) {
        provider.nonce = address.replaceAll(".*[?&]nonce=([^&]*).*", "$1");
        String state = address.replaceAll(".*[?&]state=([^&]*).*", "$1");
        return server.url() + "/oidc/callback?state=" + state + "&" + answer;
    }
}
