package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.AuthenticatorApp;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second factor: without its code a right password opens nothing, and each code counts once. */
class SecondFactorIT {

    private static final String PAGE = "/organization/imports.xhtml";

    private static final String WRONG = "The code is wrong or has been used";

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;
    private String user;
    private PortalClient session;
    private SecondFactor factor;
    private ApiClient basic;

    @BeforeEach
    void setUp() {
        server = database.server();
        fleet = database.fleet();
        user = fleet.manager();
        session = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        factor = SecondFactor.setUp(session, Fleet.CHOSEN);
        basic = server.nobody().basic(user, Fleet.CHOSEN);
    }

    @Test
    void theSessionBeginsWithTheCode() {
        PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        Answer held = portal.get(PAGE);
        assertThat(held.status()).isEqualTo(302);
        assertThat(held.header("Location").orElse("")).contains("/login.xhtml");
        Answer step = portal.get("/login-code.xhtml").expect(200);
        assertThat(step.body()).contains(user);
        assertThat(step.header("Set-Cookie")).isEmpty();

        Answer wrong = SecondFactor.finish(portal, factor.app().old()).expect(200);
        assertThat(wrong.body()).contains(WRONG);
        assertThat(wrong.header("Set-Cookie")).isEmpty();

        Answer done = SecondFactor.finish(portal, factor.app().next()).expect(302);
        assertThat(String.join(" ", done.response().headers().allValues("Set-Cookie")))
                .contains("muster-session=", "muster-login=", "muster-browser=");
        portal.get(PAGE).expect(200);
    }

    @Test
    void theWayToThePageStays() {
        PortalClient portal = PortalClient.at(server);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("login", "login");
        form.put("username", user);
        form.put("password", Fleet.CHOSEN);
        form.put("log-in", "");
        form.put("next", "/organization/devices.xhtml");
        form.put("jakarta.faces.ViewState", "stateless");
        Answer step = portal.post("/login.xhtml", form).expect(302);
        assertThat(step.header("Location").orElse(""))
                .endsWith("/login-code.xhtml?next=%2Forganization%2Fdevices.xhtml");
    }

    @Test
    void aProgramSendsTheCodeInAHeader() {
        assertProblem(basic.post("/api/v1/tokens", "{\"name\":\"x\"}"), 401, ProblemCode.SECOND_FACTOR_REQUIRED);
        assertProblem(
                basic.post("/api/v1/account/password", "{\"password\":\"another password of mine\"}"),
                401,
                ProblemCode.SECOND_FACTOR_REQUIRED);
        String code = factor.app().next();
        ApiClient stranger = server.nobody().basic(user, "not the password");
        assertProblem(SecondFactor.newToken(stranger, code), 401, ProblemCode.UNAUTHENTICATED);
        SecondFactor.newToken(basic, code).expect(201);
        assertProblem(SecondFactor.newToken(basic, code), 401, ProblemCode.SECOND_FACTOR_REQUIRED);
    }

    @Test
    void ofTwoRequestsWithTheSameCodeOneSucceeds() {
        assertThatOneSucceeds(factor.app().next());
        assertThatOneSucceeds(factor.recoveryCodes().getFirst());
    }

    /** The other one is wrong, or has to wait after other wrong codes. */
    private void assertThatOneSucceeds(String code) {
        List<CompletableFuture<Integer>> both = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> SecondFactor.newToken(basic, code).status()))
                .limit(2)
                .toList();
        assertThat(both.stream().map(CompletableFuture::join).sorted())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(201),
                        second -> assertThat(second).isIn(401, 429));
    }

    @Test
    void theCodesOfAnotherUserAreWorthNothing() {
        String other = fleet.manager();
        SecondFactor others = SecondFactor.setUp(PortalClient.at(server).logIn(other, Fleet.CHOSEN), Fleet.CHOSEN);
        assertProblem(SecondFactor.newToken(basic, others.app().next()), 401, ProblemCode.SECOND_FACTOR_REQUIRED);
        assertProblem(
                SecondFactor.newToken(basic, others.recoveryCodes().getFirst()),
                401,
                ProblemCode.SECOND_FACTOR_REQUIRED);
    }

    @Test
    void aRecoveryCodeStandsInOnce() {
        assertThat(factor.recoveryCodes()).hasSize(10);
        String code = factor.recoveryCodes().get(3).replace("-", " ").toLowerCase(Locale.ROOT);
        PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        SecondFactor.finish(portal, code).expect(302);
        assertThat(portal.get("/account/factors.xhtml").expect(200).body()).contains("data-testid=\"codes-left\">9<");
        PortalClient again = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        assertThat(SecondFactor.finish(again, code).expect(200).body()).contains(WRONG);
    }

    @Test
    void newCodesEndTheOldOnesAndNeedPasswordAndCode() {
        assertThat(SecondFactor.send(
                                session,
                                "renew",
                                "not the password",
                                factor.app().next())
                        .body())
                .contains("current password is wrong");
        assertThat(SecondFactor.send(
                                session, "renew", Fleet.CHOSEN, factor.app().old())
                        .body())
                .contains(WRONG);
        List<String> renewed = SecondFactor.codes(SecondFactor.send(
                session, "renew", Fleet.CHOSEN, factor.recoveryCodes().getFirst()));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(factor.recoveryCodes());
        assertProblem(
                SecondFactor.newToken(basic, factor.recoveryCodes().get(1)), 401, ProblemCode.SECOND_FACTOR_REQUIRED);
        SecondFactor.newToken(basic, renewed.get(1)).expect(201);
    }

    @Test
    void removingNeedsPasswordAndCodeAndEndsTheOtherSessions() {
        PortalClient other = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        SecondFactor.finish(other, factor.app().next()).expect(302);
        other.get(PAGE).expect(200);
        assertThat(SecondFactor.send(session, "remove", Fleet.CHOSEN, "000000").body())
                .contains(WRONG);
        SecondFactor.send(session, "remove", Fleet.CHOSEN, factor.app().next());
        session.get(PAGE).expect(200);
        assertThat(other.get(PAGE).status()).isEqualTo(302);
        basic.post("/api/v1/tokens", "{\"name\":\"x\"}").expect(201);
    }

    @Test
    void aLoginEndsAfterFiveWrongCodes() {
        PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        for (int i = 0; i < 4; i++) {
            assertThat(SecondFactor.finish(portal, factor.app().old()).body()).contains(WRONG);
        }
        assertThat(SecondFactor.finish(portal, factor.app().old()).body()).contains("data-testid=\"login-ended\"");
        Answer ended = SecondFactor.finish(portal, factor.app().next());
        assertThat(ended.body()).contains("data-testid=\"login-ended\"");
        assertThat(ended.header("Set-Cookie")).isEmpty();
        assertThat(portal.get("/login-code.xhtml").header("Location").orElse(""))
                .endsWith("/login.xhtml");
    }

    /** A right password in between gives no new free tries, and the right code has to wait, too. */
    @Test
    void wrongCodesHaveToWaitAndHarmNobodyElse() {
        AuthenticatorApp app = factor.app();
        List<Integer> statuses = new ArrayList<>();
        while (statuses.size() < 20 && !statuses.contains(429)) {
            statuses.add(SecondFactor.newToken(basic, app.old()).status());
        }
        assertThat(statuses.subList(0, 6)).containsOnly(401);
        assertProblem(SecondFactor.newToken(basic, app.next()), 429, ProblemCode.RATE_LIMITED);
        String other = fleet.manager();
        SecondFactor others = SecondFactor.setUp(PortalClient.at(server).logIn(other, Fleet.CHOSEN), Fleet.CHOSEN);
        SecondFactor.newToken(
                        server.nobody().basic(other, Fleet.CHOSEN), others.app().next())
                .expect(201);
    }

    @Test
    void aLoginBelongsToItsBrowserAndEndsWithThePassword() {
        PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        PortalClient other = PortalClient.at(server);
        Answer stranger = SecondFactor.finish(other, factor.app().next());
        assertThat(stranger.body()).contains("data-testid=\"login-ended\"");
        database.server().administratorByToken().post(path(user) + "/reset", "").expect(201);
        assertThat(SecondFactor.finish(portal, factor.app().next()).body()).contains("data-testid=\"login-ended\"");
    }

    @Test
    void anAdministratorRemovesALostFactorWithAReason() {
        ApiClient administrator = server.administratorByToken();
        String factors = path(user) + "/factors";
        assertProblem(administrator.delete(factors), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(administrator.delete(factors + "?reason=%20"), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(administrator.delete(factors + "?reason=a%0Ab"), 422, ProblemCode.VALIDATION_FAILED);
        assertProblem(fleet.organization().delete(factors + "?reason=mine"), 403, ProblemCode.FORBIDDEN);
        String self = administrator.get("/api/v1/account").expect(200).text("id");
        assertProblem(
                administrator.delete("/api/v1/users/" + self + "/factors?reason=mine"), 409, ProblemCode.CONFLICT);

        administrator.delete(factors + "?reason=lost%20telephone").expect(204);

        assertThat(session.get(PAGE).status()).isEqualTo(302);
        PortalClient.at(server).logIn(user, Fleet.CHOSEN).get(PAGE).expect(200);
        basic.post("/api/v1/tokens", "{\"name\":\"x\"}").expect(201);
    }

    @Test
    void theSecurityLogHasEachStepButNoCode() throws IOException {
        SecurityLines log = SecurityLines.of(server);
        PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        String wrong = factor.app().old();
        SecondFactor.finish(portal, wrong).expect(200);
        SecondFactor.finish(portal, factor.app().next()).expect(302);
        assertThat(log.find("event=login-failed", "factor=second-factor", user))
                .containsEntry("path", "/login-code.xhtml");
        assertThat(log.find("event=login ", "factor=second-factor", user)).containsEntry("outcome", "done");
        SecondFactor.send(portal, "remove", Fleet.CHOSEN, factor.recoveryCodes().getFirst());
        log.find("event=factor-removed", user);
        SecondFactor.setUp(portal, Fleet.CHOSEN);
        log.find("event=factor-added", user);
        assertThat(log.lines())
                .noneMatch(line -> line.contains(factor.recoveryCodes().getFirst()));
    }

    @Test
    void aFactorIsNotSetUpWithoutThePasswordOrTwice() {
        PortalClient portal = PortalClient.at(server).logIn(fleet.manager(), Fleet.CHOSEN);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("begin-form", "begin-form");
        form.put("begin-password", "not the password");
        Answer refused = portal.ask("/account/factors.xhtml", "begin", "factor", form);
        assertThat(refused.body()).contains("current password is wrong").doesNotContain("data-testid=\"seed\"");
        assertThat(session.get("/account/factors.xhtml").expect(200).body())
                .contains("data-testid=\"app-since\"")
                .doesNotContain("begin-password");
    }

    private String path(String username) {
        return "/api/v1/users/"
                + server.administratorByToken()
                        .get("/api/v1/users?search=" + username.replace(" ", "%20"))
                        .expect(200)
                        .items()
                        .getJsonObject(0)
                        .getString("id");
    }
}
