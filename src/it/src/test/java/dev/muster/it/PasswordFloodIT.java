package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many wrong passwords at once: some are checked, the others are refused, and nobody else notices. */
class PasswordFloodIT {

    private static final int PARALLEL = Attack.size(40, 200);

    private static final Duration LENGTH = Duration.ofSeconds(Attack.size(3, 60));

    private static final AtomicInteger ATTACKERS = new AtomicInteger();

    private static final String ANOTHER_ADDRESS = "127.0.0.3";

    private static final String TOKEN_REQUEST = "{\"name\":\"it\",\"expiresInDays\":1}";

    /** Wrong logins count against it for minutes, so it is no other test's. */
    private final String attacker = "127.0.23." + ATTACKERS.incrementAndGet();

    private final MusterServer server = Database.POSTGRESQL.server();

    private Fleet fleet;
    private PortalClient user;
    private Certificate certificate;
    private int devices;
    private Duration slowest = Duration.ZERO;

    @BeforeEach
    void makeTenants() {
        fleet = Fleet.create(server);
        fleet.enroll(ImportFile.of(1, 2_000));
        user = fleet.portal();
        certificate = fleet.newCertificate();
    }

    @Test
    void whoeverTriesManyPasswordsOfOneUserKeepsNobodyFromLoggingIn() throws Exception {
        ApiClient wrong = server.nobodyAt(attacker).basic("it-admin", "wrong");
        Map<String, Long> outcomes = during(() -> outcome(wrong.post("/api/v1/tokens", TOKEN_REQUEST)), () -> {
            logInFromElsewhere();
            fleet.portal();
        });
        assertThat(outcomes.keySet()).isEqualTo(Set.of("401", "429"));
    }

    @Test
    void unknownUserNamesCountLikeKnownOnes() throws Exception {
        AtomicInteger names = new AtomicInteger();
        ApiClient stranger = server.nobodyAt(attacker);
        Supplier<String> attempt = () -> outcome(
                stranger.basic("nobody-" + names.incrementAndGet(), "wrong").post("/api/v1/tokens", TOKEN_REQUEST));
        Map<String, Long> outcomes = during(attempt, this::logInFromElsewhere);
        assertThat(outcomes.keySet()).isEqualTo(Set.of("401", "429"));
    }

    @Test
    void theLoginPageSaysThatTooMuchIsGoingOnAndKeepsTheName() throws Exception {
        PortalClient nobody = PortalClient.at(server, attacker);
        Supplier<String> attempt = () -> {
            Answer answer = nobody.post("/login.xhtml", form("name \"of\" nobody", "wrong"));
            assertThat(answer.body()).contains("value=\"name &quot;of&quot; nobody\"");
            assertThat(answer.header("Set-Cookie")).isEmpty();
            return answer.status() == 429 ? told(answer) : String.valueOf(answer.status());
        };
        Map<String, Long> outcomes = during(attempt, this::logInFromElsewhere);
        assertThat(outcomes.keySet()).isEqualTo(Set.of("200", "429"));
    }

    private static String told(Answer refused) {
        assertThat(refused.body()).containsAnyOf("The server is checking too many passwords", "too many wrong logins");
        assertThat(refused.header("Retry-After")).isPresent();
        return "429";
    }

    private static String outcome(Answer answer) {
        if (answer.status() == 429) {
            assertProblem(answer, 429, ProblemCode.RATE_LIMITED);
            assertThat(answer.header("Retry-After")).isPresent();
        }
        return String.valueOf(answer.status());
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

    /** Others are served for as long as the attack lasts. */
    private Map<String, Long> during(Supplier<String> attempt, Check others) throws Exception {
        try (Attack attack = Attack.of(PARALLEL, attempt)) {
            long end = System.nanoTime() + LENGTH.toNanos();
            do {
                timed(() -> user.get("/organization/imports.xhtml").expect(200));
                timed(() -> prove().expect(201));
                others.run();
            } while (System.nanoTime() < end || attack.outcomes().size() < 2 && attack.count() < 10L * PARALLEL);
            attack.end();
            System.out.printf(
                    "%d parallel wrong logins: %s; the slowest other answer took %d ms; most memory %d MiB%n",
                    PARALLEL,
                    attack.outcomes(),
                    slowest.toMillis(),
                    server.memory().peakKib() / 1024);
            return attack.outcomes();
        }
    }

    private void timed(Check check) throws Exception {
        long begin = System.nanoTime();
        check.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    private Answer prove() {
        Proof proof = Proof.fresh(certificate, ImportFile.imei(++devices));
        return SimulatedDevice.request(server.nobody(), certificate.accessKey(), proof.body());
    }

    private void logInFromElsewhere() throws Exception {
        timed(() -> assertThat(tokenFrom(ANOTHER_ADDRESS)).isEqualTo("HTTP/1.1 201 Created"));
    }

    private String tokenFrom(String address) throws IOException {
        try (RawConnection connection = RawConnection.open(server, server.url(), address)) {
            return connection
                    .send("POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Authorization: " + server.administrator().authorization() + "\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + TOKEN_REQUEST.length()
                            + "\r\n\r\n" + TOKEN_REQUEST)
                    .statusLine();
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws Exception;
    }
}
