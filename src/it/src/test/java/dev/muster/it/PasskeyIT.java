package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.it.SoftAuthenticator.Kind;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Passkeys from their enrolment to their end, and every answer of an authenticator that the server must not believe. */
class PasskeyIT {

    private static final String PASSKEYS = "/account/passkeys.xhtml";

    private static final String REFUSED = "This passkey does not log you in";

    /** Failed logins of one test must not delay those of another. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger(30);

    private final MusterServer server = Database.POSTGRESQL.server();
    private final String address = "127.0.3." + ADDRESSES.incrementAndGet();

    private Fleet fleet;
    private String username;
    private PortalClient page;
    private SoftAuthenticator key;

    @BeforeEach
    void enrol() {
        fleet = Fleet.create(server);
        username = fleet.manager();
        page = PortalClient.at(server).logIn(username, Fleet.CHOSEN);
        key = new SoftAuthenticator(Kind.ES256, server.url());
        add(page, key).expect(200);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPasskeyLogsItsUserIn(Kind kind) {
        SoftAuthenticator other = new SoftAuthenticator(kind, server.url());
        add(page, other).expect(200);
        PortalClient browser = browser();

        assertThat(logIn(browser, other).expect(200).text("next")).isEqualTo("/account/profile.xhtml");

        assertThat(browser.get("/account/profile.xhtml").expect(200).body()).contains(username, "2 passkeys");
        assertThat(browser.get("/organization/imports.xhtml").status()).isEqualTo(200);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another site", key -> key.origin = "https://muster.example"),
                lie("another port of the host", key -> key.origin = "https://localhost:1"),
                lie("without TLS", key -> key.origin = key.origin.replace("https", "http")),
                lie("another relying party", key -> key.party = "muster.example"),
                lie(
                        "another challenge",
                        key -> key.challenge =
                                Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32])),
                lie("a user who was not checked", key -> key.isVerified = false),
                lie("nobody there", key -> key.isPresent = false),
                lie("in a frame of another site", key -> key.isEmbedded = true));
    }

    private static Arguments lie(String what, Consumer<SoftAuthenticator> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aLieDoesNotLogIn(String what, Consumer<SoftAuthenticator> change) {
        change.accept(key);
        PortalClient browser = browser();
        assertRefused(logIn(browser, key));
        assertThat(browser.get("/account/profile.xhtml").status()).isEqualTo(302);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aLieAddsNoPasskey(String what, Consumer<SoftAuthenticator> change) {
        SoftAuthenticator other = new SoftAuthenticator(Kind.ES256, server.url());
        change.accept(other);
        assertThat(add(page, other).expect(400).text("detail")).contains("cannot be used here");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aChangedAnswerDoesNotLogIn() {
        for (String member : List.of("signature", "authenticatorData", "clientData")) {
            PortalClient browser = browser();
            JsonObject answer = key.sign(challenge(browser));
            byte[] octets = Base64.getUrlDecoder().decode(answer.getString(member));
            octets[octets.length - 1] ^= 1;
            assertRefused(post(browser, "/passkeys/login", with(answer, member, octets)));
        }
    }

    @Test
    void aPasskeyOfAnotherUserDoesNotLogInUnderThisName() {
        Fleet stranger = Fleet.create(server);
        SoftAuthenticator other = new SoftAuthenticator(Kind.ES256, server.url());
        add(stranger.portal(), other).expect(200);
        String own = key.userHandle;
        assertThat(own).hasSize(86).isNotEqualTo(other.userHandle);

        other.userHandle = own;
        assertRefused(logIn(browser(), other));
        key.userHandle = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertRefused(logIn(browser(), key));
        key.userHandle = own;
        logIn(browser(), key).expect(200);
    }

    @Test
    void aChallengeIsAnsweredOnceInItsBrowserAndForItsPurpose() {
        PortalClient browser = browser();
        JsonObject challenge = challenge(browser);
        assertRefused(post(browser(), "/passkeys/login", key.sign(challenge)));
        JsonObject answer = key.sign(challenge);
        post(browser, "/passkeys/login", answer).expect(200);
        assertRefused(post(browser, "/passkeys/login", answer));

        JsonObject ofEnrolment = begin(page, Fleet.CHOSEN).expect(200).json();
        assertRefused(post(page, "/passkeys/login", key.sign(ofEnrolment)));
    }

    @Test
    void aRefusedAnswerHasUsedTheChallenge() {
        PortalClient browser = browser();
        JsonObject challenge = challenge(browser);
        key.isVerified = false;
        assertRefused(post(browser, "/passkeys/login", key.sign(challenge)));
        key.isVerified = true;
        assertRefused(post(browser, "/passkeys/login", key.sign(challenge)));
    }

    @Test
    void anOldChallengeIsRefused() throws Exception {
        PortalClient browser = browser();
        JsonObject challenge = challenge(browser);
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update passkey_challenge set expires_at = now() - interval '1 second'"
                    + " where challenge = '" + challenge.getString("challenge") + "'");
        }
        assertRefused(post(browser, "/passkeys/login", key.sign(challenge)));
    }

    @Test
    void aCounterThatGoesBackIsRefused() {
        key.count = 7;
        logIn(browser(), key).expect(200);
        assertRefused(logIn(browser(), key));
        key.count = 6;
        assertRefused(logIn(browser(), key));
        key.count = 8;
        logIn(browser(), key).expect(200);
    }

    @Test
    void whoMayNotLogInIsAnsweredLikeAStranger() {
        ApiClient administrator = server.administratorByToken();
        administrator.patch(user(), "{\"disabled\":true}", null).expect(200);
        Answer disabled = logIn(browser(), key);
        assertRefused(disabled);
        Answer unknown = logIn(browser(), stranger());
        assertThat(disabled.body()).isEqualTo(unknown.body());

        administrator.patch(user(), "{\"disabled\":false}", null).expect(200);
        logIn(browser(), key).expect(200);
    }

    private SoftAuthenticator stranger() {
        SoftAuthenticator stranger = new SoftAuthenticator(Kind.ES256, server.url());
        stranger.userHandle = key.userHandle;
        return stranger;
    }

    @Test
    void aPasskeyIsDeletedWithThePasswordAndIsUnknownThen() {
        PortalClient elsewhere = browser();
        logIn(elsewhere, key).expect(200);
        delete("not the password of this user");
        assertThat(count()).isEqualTo(1);

        delete(Fleet.CHOSEN);
        assertThat(count()).isZero();
        assertRefused(logIn(browser(), key));
        assertThat(elsewhere.get(PASSKEYS).status()).isEqualTo(302);
        assertThat(fleet.organization()
                        .get(fleet.organizationPath() + "/log?search=passkey-")
                        .expect(200)
                        .body())
                .contains("passkey-added", "passkey-removed")
                .doesNotContain(username);
    }

    private void delete(String password) {
        PortalPage shown = PortalPage.open(page, PASSKEYS);
        String id = PortalClient.find("data-command=\"musterAskPasskey\" data-id=\"([^\"]+)\"", shown.html());
        String ask = PortalClient.find("musterAskPasskey ?= ?function.*?s:\"([^\"]+)\"", shown.html());
        send(shown, ask, Map.of("id", id));
        send(shown, "remove-confirm", Map.of("remove-password", password));
    }

    private void send(PortalPage shown, String source, Map<String, String> fields) {
        Map<String, String> form = shown.requests().stream()
                .filter(request -> source.equals(request.get("jakarta.faces.source")))
                .findFirst()
                .orElseThrow();
        form.putAll(fields);
        page.background(PASSKEYS, form).expect(200);
    }

    @Test
    void aPasswordWaitsForThePasskey() {
        PortalClient browser = browser().logIn(username, Fleet.CHOSEN);
        assertThat(browser.get(PASSKEYS).status()).isEqualTo(302);
        assertThat(browser.get("/login-code.xhtml").expect(200).body())
                .contains(username)
                .contains("data-testid=\"passkey-log-in\"");
        assertProblem(
                server.nobody().basic(username, Fleet.CHOSEN).post("/api/v1/tokens", "{\"name\":\"x\"}"),
                401,
                ProblemCode.SECOND_FACTOR_REQUIRED);

        logIn(browser, key).expect(200);
        browser.get(PASSKEYS).expect(200);
    }

    /** The code of the app, too: otherwise a stolen password in an open session would go round the app. */
    @Test
    void whoHasAnAppAddsAPasskeyWithItsCode() {
        SecondFactor factor = SecondFactor.setUp(page, Fleet.CHOSEN);
        assertThat(begin(page, Fleet.CHOSEN).expect(400).text("detail")).contains("code is wrong");
        begin(page, Fleet.CHOSEN, factor.app().next()).expect(200);
    }

    @Test
    void aRequiredFactorCanBeAPasskeyAndTheLastOneStays() {
        Fleet strict = Fleet.create(server);
        PortalClient browser = strict.portal();
        strict.organization()
                .patch(strict.organizationPath(), "{\"secondFactorRequired\":true}", null)
                .expect(200);
        assertThat(browser.get("/organization/imports.xhtml").status()).isEqualTo(302);
        add(browser, new SoftAuthenticator(Kind.ES256, server.url())).expect(200);
        browser.get("/organization/imports.xhtml").expect(200);

        page = browser;
        delete(Fleet.CHOSEN);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anAdministratorRemovesAllFactorsAndSessionsEnd() {
        server.administratorByToken().delete(user() + "/factors?reason=lost").expect(204);
        assertRefused(logIn(browser(), key));
        assertThat(page.get(PASSKEYS).status()).isEqualTo(302);
        PortalClient browser = browser().logIn(username, Fleet.CHOSEN);
        browser.get(PASSKEYS).expect(200);
    }

    /** A reset must not be a way round the second factor (ASVS 6.4.3). */
    @Test
    void aResetLeavesPasskeys() {
        server.administratorByToken().post(user() + "/reset", "").expect(201);
        logIn(browser(), key).expect(200);
    }

    /** Otherwise another name of the platform would lock out everybody. */
    @Test
    void aPasskeyForAFormerHostDoesNotCount() throws Exception {
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update passkey set party_id = 'old.example' where user_id = '"
                    + user().substring(user().lastIndexOf('/') + 1) + "'");
        }
        PortalClient browser = browser().logIn(username, Fleet.CHOSEN);
        assertThat(browser.get(PASSKEYS).expect(200).body()).contains("For old.example");
    }

    @Test
    void aDeletedUserHasNoPasskeys() throws Exception {
        String id = user().substring(user().lastIndexOf('/') + 1);
        begin(page, Fleet.CHOSEN).expect(200);
        server.administratorByToken().delete(user()).expect(204);
        assertRefused(logIn(browser(), key));
        try (Connection connection = Database.postgres().connect();
                Statement statement = connection.createStatement()) {
            for (String table : Set.of("passkey", "passkey_holder", "passkey_challenge")) {
                var rows = statement.executeQuery("select 1 from " + table + " where user_id = '" + id + "'");
                assertThat(rows.next()).as(table).isFalse();
            }
        }
    }

    @Test
    void aPasskeyNeedsThePasswordAgain() {
        assertThat(begin(page, "wrong password of somebody").expect(400).text("detail"))
                .contains("password is wrong");
        add(page, key).expect(409);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void onlyTheOwnPageAddsAPasskey() {
        JsonObject body =
                Json.createObjectBuilder().add("password", Fleet.CHOSEN).build();
        assertThat(post(browser(), "/passkeys/challenge", body).status()).isEqualTo(401);
        assertThat(post(page, "/passkeys/challenge", body).status()).isEqualTo(403);
        assertThat(page.send(page.request("/passkeys/login/challenge")
                                .header("Content-Type", "application/json")
                                .header("Origin", "https://muster.example")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aUserHasTenPasskeysAtMost() {
        for (int i = 1; i < 10; i++) {
            add(page, new SoftAuthenticator(Kind.ES256, server.url())).expect(200);
        }
        assertThat(begin(page, Fleet.CHOSEN).expect(409).text("detail")).contains("10 passkeys");
    }

    @Test
    void whatIsNoAnswerOfABrowserIsRefused() {
        PortalClient browser = browser();
        JsonObject sound = key.sign(challenge(browser));
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "{\"id\":1}",
                sound.toString().replace("\"id\"", "\"other\""),
                sound.toString().replace("{\"id\":", "{\"id\":\"AA\",\"id\":"),
                with(sound, "signature", new byte[0]).toString(),
                sound.toString().replace("\"signature\":\"", "\"signature\":\"="),
                "[".repeat(10_000))) {
            assertThat(send(browser, "/passkeys/login", body).status()).as(body).isEqualTo(400);
        }
        assertThat(send(browser, "/passkeys/login", " ".repeat(20_000)).status())
                .isEqualTo(413);
        assertThat(browser.post("/passkeys/login", Map.of("a", "b")).status()).isEqualTo(415);
        for (String member : List.of("clientData", "authenticatorData", "signature")) {
            PortalClient other = browser();
            JsonObject answer = key.sign(challenge(other));
            assertRefused(post(other, "/passkeys/login", with(answer, member, new byte[] {1, 2, 3})));
        }
        post(browser, "/passkeys/login", sound).expect(200);
    }

    @Test
    void hostileBytesAddNoPasskey() {
        Random random = new Random(28);
        for (int i = 0; i < 12; i++) {
            SoftAuthenticator other = new SoftAuthenticator(Kind.ES256, server.url());
            JsonObject made = other.create(begin(page, Fleet.CHOSEN).expect(200).json(), "hostile");
            byte[] octets = Base64.getUrlDecoder().decode(made.getString("attestationObject"));
            int at = random.nextInt(octets.length - 1);
            byte[] changed = i % 3 == 0 ? Arrays.copyOf(octets, at + 1) : octets;
            changed[at] = (byte) (i % 3 == 1 ? 0xBF : 0x9B);
            JsonObject body = with(made, "attestationObject", changed);
            Answer answer = post(page, "/passkeys/add", body, "X-CSRF-Token", token(page));
            assertThat(answer.status()).as("octet %s of %s", at, made).isIn(200, 400);
        }
        server.nobody().get("/health").expect(200);
    }

    /** The same count as for wrong passwords of this source: 20 are free. */
    @Test
    void failedLoginsMakeTheirSourceWait() {
        SoftAuthenticator stranger = stranger();
        Answer last = logIn(browser(), stranger);
        for (int i = 0; i < 30 && last.status() == 401; i++) {
            last = logIn(browser(), stranger);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isPresent();
        logIn(PortalClient.at(server, "127.0.4.1"), key).expect(200);
    }

    private PortalClient browser() {
        return PortalClient.at(server, address);
    }

    private Answer logIn(PortalClient browser, SoftAuthenticator with) {
        return post(browser, "/passkeys/login", with.sign(challenge(browser)));
    }

    private static JsonObject challenge(PortalClient browser) {
        return post(
                        browser,
                        "/passkeys/login/challenge",
                        Json.createObjectBuilder().build())
                .expect(200)
                .json();
    }

    private static Answer add(PortalClient page, SoftAuthenticator made) {
        JsonObject options = begin(page, Fleet.CHOSEN).expect(200).json();
        return post(page, "/passkeys/add", made.create(options, "a key"), "X-CSRF-Token", token(page));
    }

    private static Answer begin(PortalClient page, String password) {
        return begin(page, password, "");
    }

    private static Answer begin(PortalClient page, String password, String code) {
        JsonObject body = Json.createObjectBuilder()
                .add("password", password)
                .add("code", code)
                .build();
        return post(page, "/passkeys/challenge", body, "X-CSRF-Token", token(page));
    }

    private static String token(PortalClient page) {
        return PortalClient.find(
                "data-token=\"([^\"]+)\"", page.get(PASSKEYS).expect(200).body());
    }

    private static Answer post(PortalClient browser, String path, JsonObject body, String... headers) {
        return send(browser, path, body.toString(), headers);
    }

    private static Answer send(PortalClient browser, String path, String body, String... headers) {
        var request = browser.request(path).header("Content-Type", "application/json");
        return browser.send(
                (headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(body)));
    }

    private static JsonObject with(JsonObject answer, String member, byte[] octets) {
        return Json.createObjectBuilder(answer)
                .add(member, Base64.getUrlEncoder().withoutPadding().encodeToString(octets))
                .build();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.expect(401).text("detail")).contains(REFUSED);
    }

    private long count() {
        String shown = page.get("/account/profile.xhtml").expect(200).body();
        return Long.parseLong(PortalClient.find(">(\\d+) passkeys?<", shown));
    }

    private String user() {
        return "/api/v1/users/"
                + server.administratorByToken()
                        .get("/api/v1/users?search=" + username.replace(" ", "%20"))
                        .expect(200)
                        .first("id");
    }
}
