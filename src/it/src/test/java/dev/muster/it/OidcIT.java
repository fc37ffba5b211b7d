package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.FreePorts;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.RealProvider;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single sign-on with a real OpenID provider, Spring Authorization Server, in a process of its own. */
class OidcIT {

    private static final String IMPORTS = "/organization/imports.xhtml";

    private static final String CERTIFICATES = "/manufacturer/certificates.xhtml";

    private static MusterServer without;
    private static MusterServer server;
    private static RealProvider provider;
    private static Fleet fleet;

    @BeforeAll
    static void start() throws Exception {
        without = Database.POSTGRESQL.server();
        fleet = Fleet.create(without);
        Map<String, String> settings = new HashMap<>(FreePorts.settings());
        Path directory = Files.createTempDirectory(Path.of(System.getProperty("muster.it.directory")), "provider");
        provider = new RealProvider(directory)
                .start("https://localhost:" + settings.get("muster.https-port") + "/oidc/callback");
        settings.putAll(provider.settings());
        settings.put("muster.oidc.name", "Acme ID <b>");
        settings.put(
                "muster.oidc.groups",
                "managers=ORGANIZATION_MANAGER:" + fleet.organizationId() + ", viewers=ORGANIZATION_VIEWER:"
                        + fleet.organizationId() + ", makers=MANUFACTURER_MANAGER:" + fleet.manufacturerId()
                        + ", gone=ORGANIZATION_VIEWER:" + UUID.randomUUID() + ", admins=ADMINISTRATOR");
        server = Database.POSTGRESQL.start("postgresql-oidc", settings);
    }

    @AfterAll
    static void end() {
        server.kill();
        provider.close();
    }

    @Test
    void theGroupsDecideTheTenantAndTheRole() {
        put("anna", "managers", "nothing of ours");
        put("bela", "makers");
        SignOnBrowser anna = enter("anna");
        anna.portal().get(IMPORTS).expect(200);
        assertThat(anna.portal().get(CERTIFICATES).status()).isEqualTo(403);
        assertThat(anna.portal().get("/account/profile.xhtml").body())
                .contains("You log in by single sign-on")
                .doesNotContain("Change password");

        SignOnBrowser bela = enter("bela");
        bela.portal().get(CERTIFICATES).expect(200);
        assertThat(bela.portal().get(IMPORTS).status()).isEqualTo(403);
        JsonObject user = user("anna");
        assertThat(user.getString("state")).isEqualTo("ACTIVE");
        assertThat(user.getString("displayName")).isEqualTo("Person anna");
    }

    @Test
    void aUserOfTwoTenantsHasBothAndAnAdministratorIsOne() throws IOException {
        SecurityLines log = SecurityLines.of(server);
        put("dora", "viewers", "makers", "managers");
        enter("dora");
        String dora = user("dora").getString("id");
        assertThat(log.find("event=user-created", dora))
                .containsEntry("detail", "role=ORGANIZATION_MANAGER@" + fleet.organizationId() + " by=single-sign-on")
                .containsEntry("place", "portal");
        assertThat(log.find("event=membership-added", dora))
                .containsEntry("detail", "role=MANUFACTURER_MANAGER@" + fleet.manufacturerId() + " by=single-sign-on");
        assertThat(user("dora").getJsonArray("memberships").stream()
                        .map(membership -> ((JsonObject) membership).getString("role")))
                .containsExactly("ORGANIZATION_MANAGER", "MANUFACTURER_MANAGER");
        put("adam", "admins");
        enter("adam").portal().get("/administration/users.xhtml").expect(200);
    }

    @Test
    void theNextLoginLeadsToThePageThatTheUserWanted() {
        put("nora", "managers");
        SignOnBrowser nora = SignOnBrowser.at(server);
        assertThat(nora.comeBack(nora.logInThere(nora.begin("/organization/devices.xhtml?x=1"), "nora")))
                .isEqualTo("/organization/devices.xhtml?x=1");
        SignOnBrowser led = SignOnBrowser.at(server);
        assertThat(led.comeBack(led.logInThere(led.begin("https://evil.example/"), "nora")))
                .isEqualTo("/index.xhtml");
    }

    @Test
    void otherGroupsCountFromTheNextLoginOnAndEndWhatWasBefore() throws IOException {
        SecurityLines log = SecurityLines.of(server);
        put("otto", "managers");
        SignOnBrowser first = enter("otto");
        ApiClient token = token(first);
        token.get(fleet.importsPath()).expect(200);

        put("otto", "viewers");
        SignOnBrowser second = enter("otto");

        assertThat(first.portal().get(IMPORTS).status()).isEqualTo(302);
        Problems.assertProblem(token.get("/api/v1/account"), 401, ProblemCode.UNAUTHENTICATED);
        second.portal().get(IMPORTS).expect(200);
        assertThat(user("otto").getJsonArray("memberships").getJsonObject(0).getString("role"))
                .isEqualTo("ORGANIZATION_VIEWER");
        assertThat(log.find("event=user-changed", user("otto").getString("id")))
                .containsEntry("outcome", "done")
                .containsEntry("detail", "role=ORGANIZATION_VIEWER@" + fleet.organizationId() + " by=single-sign-on");
    }

    @Test
    void withoutAGroupThatFitsTheUserIsRefusedAndLosesSessionsAndTokens() {
        put("gitta", "managers");
        SignOnBrowser first = enter("gitta");
        ApiClient token = token(first);

        put("gitta", "gone");
        SignOnBrowser second = SignOnBrowser.at(server);
        assertThat(second.told(second.logIn("gitta"))).contains("None of your groups", "Ask your administrator");

        assertThat(second.isLoggedIn()).isFalse();
        assertThat(first.isLoggedIn()).isFalse();
        Problems.assertProblem(token.get("/api/v1/account"), 401, ProblemCode.UNAUTHENTICATED);
        put("nobody", "nothing of ours");
        SignOnBrowser nobody = SignOnBrowser.at(server);
        assertThat(nobody.logIn("nobody")).endsWith("no-group");
        assertThat(users("nobody")).isZero();
    }

    @Test
    void anAdministratorDisablesTheUserAndCannotChangeWhatTheGroupsSay() {
        put("dieter", "managers");
        SignOnBrowser first = enter("dieter");
        String user = "/api/v1/users/" + user("dieter").getString("id");
        ApiClient administrator = without.administratorByToken();
        String role = "{\"role\":\"MANUFACTURER_VIEWER\",\"manufacturerId\":\"" + fleet.manufacturerId() + "\"}";
        for (Answer refused : new Answer[] {
            administrator.patch(user, role, null),
            administrator.post(user + "/memberships", role),
            administrator.post(user + "/reset", "")
        }) {
            Problems.assertProblem(refused, 409, ProblemCode.CONFLICT);
        }
        administrator.patch(user, "{\"disabled\":true}", null).expect(200);
        assertThat(first.isLoggedIn()).isFalse();
        SignOnBrowser second = SignOnBrowser.at(server);
        assertThat(second.told(second.logIn("dieter"))).contains("disabled");
        assertThat(second.isLoggedIn()).isFalse();

        administrator.patch(user, "{\"disabled\":false}", null).expect(200);
        enter("dieter");
    }

    /** Nothing makes this provider say how strong a login was. */
    @Test
    void whereASecondFactorIsRequiredAWeakLoginIsRefused() {
        put("wanda", "managers");
        enter("wanda");
        without.administratorByToken()
                .patch(fleet.organizationPath(), "{\"secondFactorRequired\":true}", null)
                .expect(200);
        try {
            SignOnBrowser wanda = SignOnBrowser.at(server);
            assertThat(wanda.told(wanda.logIn("wanda"))).contains("a weaker login than Muster needs");
            assertThat(wanda.isLoggedIn()).isFalse();
        } finally {
            without.administratorByToken()
                    .patch(fleet.organizationPath(), "{\"secondFactorRequired\":false}", null)
                    .expect(200);
        }
        enter("wanda");
    }

    /** The subject identifies the user: another name is the same user, and the same name is another user. */
    @Test
    void nameAndMailIdentifyNobody() {
        put("olga", "managers");
        enter("olga");
        String id = user("olga").getString("id");
        provider.put("olga-new", "subject of olga", "Another Name", "managers");
        enter("olga-new");
        assertThat(user("olga").getString("id")).isEqualTo(id);
        assertThat(user("olga").getString("displayName")).isEqualTo("Another Name");
        assertThat(users("olga-new")).isZero();
        provider.put("olga", "another subject", "Another Olga", "viewers");
        enter("olga");
        assertThat(user("olga").getString("id")).isEqualTo(id);
        assertThat(users("olga")).isEqualTo(2);
    }

    @Test
    void aUserWithAPasswordIsNotTakenOverByTheSameName() {
        String username = "it-local-" + UUID.randomUUID().toString().substring(0, 8);
        without.administratorByToken()
                .post(
                        "/api/v1/users",
                        "{\"username\":\"" + username + "\",\"password\":\"" + Fleet.CHOSEN
                                + "\",\"role\":\"ADMINISTRATOR\"}")
                .expect(201);
        put(username, "viewers");
        enter(username).portal().get(IMPORTS).expect(200);
        assertThat(users(username)).isEqualTo(2);
        assertThat(user(username).getJsonArray("memberships").getJsonObject(0).getString("role"))
                .isEqualTo("ADMINISTRATOR");
        assertThat(without.nobody()
                        .basic(username + ".2", Fleet.CHOSEN)
                        .post("/api/v1/tokens", "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aCallbackCountsOnceAndOnlyInTheBrowserThatBegan() {
        put("rita", "managers");
        SignOnBrowser rita = SignOnBrowser.at(server);
        String callback = rita.logInThere(rita.begin("/index.xhtml"), "rita");

        SignOnBrowser other = SignOnBrowser.at(server);
        assertThat(other.comeBack(callback)).endsWith("expired");
        other.begin("/index.xhtml");
        assertThat(other.told(other.comeBack(callback))).contains("in another browser");
        assertThat(other.isLoggedIn()).isFalse();

        String state = callback.replaceAll(".*[?&]state=([^&]*).*", "$1");
        SignOnBrowser wrong = SignOnBrowser.at(server);
        String begun = wrong.logInThere(wrong.begin("/index.xhtml"), "rita");
        assertThat(wrong.comeBack(begun.replaceAll("state=[^&]*", "state=" + state)))
                .endsWith("expired");

        assertThat(rita.comeBack(callback)).isEqualTo("/index.xhtml");
        assertThat(rita.comeBack(callback)).endsWith("expired");
    }

    /** The cookie of a login that was used: a thief of the cookie and of the address comes too late. */
    @Test
    void aUsedLoginCannotBeUsedWithItsCookieEither() {
        put("sven", "managers");
        SignOnBrowser sven = SignOnBrowser.at(server);
        Answer page = sven.portal().post("/oidc/start", Map.of("next", "/"));
        String cookie = page.header("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("__Host-muster-sign-on=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600");
        String callback = sven.logInThere(
                PortalClient.find("content=\"0;url=([^\"]+)\"", page.body()).replace("&amp;", "&"), "sven");
        sven.comeBack(callback);
        SignOnBrowser thief = SignOnBrowser.at(server);
        Answer answer = thief.portal()
                .send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(callback))
                        .header("Cookie", cookie.replaceAll(";.*", ""))
                        .GET());
        assertThat(SignOnBrowser.location(answer)).endsWith("expired");
    }

    /** PKCE: the provider gives no token for a code that another login began. */
    @Test
    void anInjectedCodeLetsNobodyIn() {
        put("eve", "managers");
        put("vera", "managers");
        SignOnBrowser eve = SignOnBrowser.at(server);
        String code = eve.logInThere(eve.begin("/index.xhtml"), "eve").replaceAll(".*[?&]code=([^&]*).*", "$1");
        SignOnBrowser vera = SignOnBrowser.at(server);
        String callback = vera.logInThere(vera.begin("/index.xhtml"), "vera");
        assertThat(vera.told(vera.comeBack(callback.replaceAll("code=[^&]*", "code=" + code))))
                .contains("cannot be trusted");
        assertThat(vera.isLoggedIn()).isFalse();
    }

    @Test
    void onlyTheButtonBegins() {
        SignOnBrowser browser = SignOnBrowser.at(server);
        assertThat(browser.portal().get("/login.xhtml").expect(200).body())
                .contains("Log in with Acme ID &lt;b&gt;")
                .doesNotContain("http-equiv=\"refresh\"");
        assertThat(SignOnBrowser.location(browser.portal().get("/oidc/start").expect(303)))
                .isEqualTo("/login.xhtml");
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertThat(browser.portal()
                            .send(browser.portal()
                                    .request("/oidc/start")
                                    .header("Sec-Fetch-Site", site)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(PortalClient.formBody(Map.of())))
                            .status())
                    .isEqualTo(403);
        }
        String address = browser.begin("/index.xhtml");
        assertThat(address)
                .startsWith(provider.issuer() + "/oauth2/authorize?response_type=code&client_id=muster&")
                .contains("&code_challenge_method=S256", "&nonce=", "&state=", "scope=openid+profile");
    }

    /** The provider knows the browser, and would let it in without a word. */
    @Test
    void whoLogsInAgainIsAskedByTheProvider() {
        put("aron", "managers");
        SignOnBrowser aron = enter("aron");
        assertThat(aron.get(aron.begin("/index.xhtml")).header("Location").orElse(""))
                .contains("/oidc/callback");
        String address = aron.beginAgain("/account/tokens.xhtml?x=1");
        assertThat(address).contains("&prompt=login", "&max_age=0");
        assertThat(SignOnBrowser.location(aron.get(address))).endsWith("/login");
        assertThat(aron.comeBack(aron.logInThere(aron.beginAgain("/account/tokens.xhtml?x=1"), "aron")))
                .isEqualTo("/account/tokens.xhtml?x=1");
        assertThat(token(aron).get("/api/v1/account").status()).isEqualTo(200);
    }

    @Test
    void withoutSettingsThereIsNoTrace() {
        PortalClient portal = PortalClient.at(without);
        assertThat(portal.get("/login.xhtml?refusal=denied").expect(200).body())
                .doesNotContain("oidc", "ign-on", "ign on");
        assertThat(portal.get("/oidc/callback?code=x&state=y").status()).isEqualTo(404);
        assertThat(portal.post("/oidc/start", Map.of()).status()).isEqualTo(404);
    }

    private static void put(String username, String... groups) {
        provider.put(username, "subject of " + username, "Person " + username, groups);
    }

    private static SignOnBrowser enter(String username) {
        SignOnBrowser browser = SignOnBrowser.at(server);
        assertThat(browser.logIn(username)).isEqualTo("/index.xhtml");
        assertThat(browser.isLoggedIn()).isTrue();
        return browser;
    }

    /** An API token that the user makes on the page, because there is no password to make it with. */
    private static ApiClient token(SignOnBrowser browser) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("create-form", "create-form");
        fields.put("name", "x");
        fields.put("days", "1");
        fields.put("access", "WRITE");
        Answer made = browser.portal().ask("/account/tokens.xhtml", "create-confirm", "issued-body", fields);
        return server.nobody().bearer(PortalClient.find("data-secret=\"true\"[^>]*>([^<]+)<", made.body()));
    }

    private static JsonObject user(String username) {
        return list(username).items().getJsonObject(0);
    }

    private static int users(String username) {
        return list(username).items().size();
    }

    private static Answer list(String username) {
        return without.administratorByToken()
                .get("/api/v1/users?search=" + username.replace(" ", "%20"))
                .expect(200);
    }
}
