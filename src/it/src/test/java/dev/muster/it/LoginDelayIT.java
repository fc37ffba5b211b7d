package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Wrong passwords make the next ones wait, and keep nobody else from logging in. */
@OnBothDatabases
class LoginDelayIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final String TOKEN_REQUEST = "{\"name\":\"it\",\"expiresInDays\":1}";

    /** Each test has addresses of its own, because wrong logins count against them. */
    private static int addresses;

    @Parameter
    private Database database;

    private MusterServer server;
    private Fleet fleet;
    private String user;

    @BeforeEach
    void makeAUser() {
        server = database.server();
        fleet = database.fleet();
        user = fleet.manager();
    }

    @Test
    void twoHundredWrongPasswordsAreMostlyRefusedUncheckedAndHarmNobody() {
        ApiClient attacker = server.nobodyAt(newAddress());
        ApiClient wrong = attacker.basic(user, "not the password");
        ApiClient neighbour = attacker.basic(fleet.manager(), Fleet.CHOSEN);
        List<Integer> statuses = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            Answer answer = logIn(wrong);
            statuses.add(answer.status());
            assertRefused(answer);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        Duration neighbours = timeOf(neighbour);
        Duration users = timeOf(server.nobodyAt(newAddress()).basic(user, Fleet.CHOSEN));
        long checked = statuses.stream().filter(status -> status == 401).count();
        System.out.printf(
                "%s: 200 wrong passwords of one name from one address: %d ms, %d of them checked; "
                        + "another user at this address %d ms; the user at another address %d ms%n",
                database, took.toMillis(), checked, neighbours.toMillis(), users.toMillis());
        assertThat(statuses.subList(0, 6)).containsOnly(401);
        assertThat(checked).isLessThan(20);
        assertThat(neighbours).isLessThan(A_SECOND);
        assertThat(users).isLessThan(A_SECOND);
    }

    @Test
    void theRightPasswordHasToWaitTooAndThenEndsTheDelay() {
        ApiClient client = server.nobodyAt(newAddress());
        ApiClient right = client.basic(user, Fleet.CHOSEN);
        Answer refused = failUntilRefused(client.basic(user, "not the password"));
        assertProblem(logIn(right), 429, ProblemCode.RATE_LIMITED);
        Duration announced =
                Duration.ofSeconds(Long.parseLong(refused.header("Retry-After").orElseThrow()));
        Await.until(announced.plusSeconds(1), () -> logIn(right).status(), status -> status == 201);
        assertProblem(logIn(client.basic(user, "not the password")), 401, ProblemCode.UNAUTHENTICATED);
        logIn(right).expect(201);
    }

    @Test
    void namesThatDoNotExistAreAnsweredInTheSameWay() {
        assertThat(statuses(server.nobodyAt(newAddress()).basic(user, "not the password")))
                .isEqualTo(statuses(server.nobodyAt(newAddress()).basic("nobody " + UUID.randomUUID(), "no password")))
                .containsSequence(401, 429);
    }

    @Test
    void manyNamesFromOneAddressDelayThisAddressOnly() {
        ApiClient attacker = server.nobodyAt(newAddress());
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Answer answer = logIn(attacker.basic("nobody " + UUID.randomUUID(), "not the password"));
            assertRefused(answer);
            statuses.add(answer.status());
        }
        assertThat(statuses.subList(0, 20)).containsOnly(401);
        assertThat(statuses).contains(429);
        assertProblem(logIn(attacker.basic(user, Fleet.CHOSEN)), 429, ProblemCode.RATE_LIMITED);
        assertThat(timeOf(server.nobodyAt(newAddress()).basic(user, Fleet.CHOSEN)))
                .isLessThan(A_SECOND);
    }

    @Test
    void theLoginPageSaysHowLongToWaitAndAKnownBrowserDoesNotWait() {
        String address = newAddress();
        PortalClient known = PortalClient.at(server, address).logIn(user, Fleet.CHOSEN);
        failUntilRefused(server.nobodyAt(address).basic(user, "not the password"));

        PortalClient unknown = PortalClient.at(server, address);
        Answer refused = unknown.post("/login.xhtml", form(user, Fleet.CHOSEN));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .containsPattern("too many wrong logins\\. Try again in (a second|\\d+ (seconds|minutes))\\.");
        assertThat(refused.header("Retry-After").orElse("")).matches("[1-9][0-9]*");
        assertThat(refused.header("Set-Cookie")).isEmpty();

        known.post("/login.xhtml", form(user, Fleet.CHOSEN)).expect(302);
        known.get("/organization/imports.xhtml").expect(200);
    }

    @Test
    void theCookieOfAKnownBrowserHelpsNoOtherUser() {
        String address = newAddress();
        PortalClient known = PortalClient.at(server, address).logIn(user, Fleet.CHOSEN);
        String other = fleet.manager();
        failUntilRefused(server.nobodyAt(address).basic(other, "not the password"));
        assertThat(known.post("/login.xhtml", form(other, Fleet.CHOSEN)).status())
                .isEqualTo(429);
    }

    private static List<Integer> statuses(ApiClient wrong) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            statuses.add(logIn(wrong).status());
        }
        return statuses;
    }

    private static Answer failUntilRefused(ApiClient wrong) {
        for (int i = 0; i < 20; i++) {
            Answer answer = logIn(wrong);
            if (answer.status() == 429) {
                return answer;
            }
        }
        throw new AssertionError("20 wrong passwords were checked");
    }

    private static void assertRefused(Answer answer) {
        if (answer.status() == 429) {
            assertProblem(answer, 429, ProblemCode.RATE_LIMITED);
            assertThat(answer.header("Retry-After").orElse("")).matches("[1-9][0-9]*");
            assertThat(answer.text("detail")).contains("too many wrong logins. Try again in ");
        } else {
            assertProblem(answer, 401, ProblemCode.UNAUTHENTICATED);
        }
    }

    private static Duration timeOf(ApiClient right) {
        long begin = System.nanoTime();
        logIn(right).expect(201);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Answer logIn(ApiClient client) {
        return client.post("/api/v1/tokens", TOKEN_REQUEST);
    }

    private static synchronized String newAddress() {
        return "127.0.7." + ++addresses;
    }

    private static Map<String, String> form(String username, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("login", "login");
        form.put("username", username);
        form.put("password", password);
        form.put("log-in", "");
        form.put("jakarta.faces.ViewState", "stateless");
        return form;
    }
}
