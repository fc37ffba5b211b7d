package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Await;
import dev.muster.testkit.Certificate;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users and strangers do is in the security log: who, what, from where, with which outcome. No value forges a line. */
class SecurityLogIT {

    /** Each kind of refusal has ten lines in a minute for an address, so each test has addresses of its own. */
    private static int addresses;

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);
    private final String address = "127.0.61." + ++addresses;

    private SecurityLines log;

    @BeforeEach
    void begin() throws IOException {
        log = SecurityLines.of(server);
    }

    @Test
    void aLoginASessionAndALogout() {
        String name = fleet.manager();
        PortalClient portal = PortalClient.at(server, address).logIn(name, Fleet.CHOSEN);

        Map<String, String> login = log.find("event=login ", name, address);
        assertThat(login)
                .containsEntry("outcome", "done")
                .containsEntry("factor", "password")
                .containsEntry("role", "ORGANIZATION_MANAGER")
                .containsEntry("tenant", fleet.organizationId())
                .containsEntry("place", "portal")
                .containsEntry("method", "POST")
                .containsEntry("path", "/login.xhtml");
        assertThat(log.find("event=session-begun", name, address))
                .containsEntry("user", login.get("user"))
                .containsEntry("attempt", login.get("attempt"));
        assertThat(Duration.between(Instant.parse(login.get("time")), Instant.now()))
                .isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1));

        leave(portal);
        assertThat(log.find("event=logout", name)).containsEntry("from", address);
    }

    @Test
    void aWrongPasswordAndOneThatHasToWait() {
        String name = fleet.manager();
        ApiClient wrong = server.nobodyAt(address).basic(name, "not the password");
        Answer refused = wrong.post("/api/v1/tokens", "{\"name\":\"x\"}").expect(401);

        assertThat(log.find("event=login-failed", name, address))
                .containsEntry("outcome", "refused")
                .containsEntry("factor", "password")
                .containsEntry("place", "api")
                .containsEntry("attempt", refused.text("instance").replace("urn:uuid:", ""))
                .doesNotContainKey("user");

        Await.until(
                Duration.ofSeconds(60),
                () -> wrong.post("/api/v1/tokens", "{\"name\":\"x\"}").status(),
                status -> status == 429);
        assertThat(log.find("event=login-throttled", name, address)).containsEntry("outcome", "refused");
    }

    @Test
    void tokensAndWhoUsesThem() {
        String name = fleet.manager();
        ApiClient here = server.nobodyAt(address);
        String made = here.basic(name, Fleet.CHOSEN)
                .post("/api/v1/tokens", "{\"name\":\"a token\"}")
                .expect(201)
                .body();
        String token = PortalClient.find("\"token\":\"([^\"]+)\"", made);
        String id = PortalClient.find("\"id\":\"([^\"]+)\"", made);
        ApiClient client = here.bearer(token);
        assertThat(log.find("event=token-created", name)).containsEntry("made", id);

        client.get("/api/v1/users").expect(403);
        assertThat(log.find("event=access-refused", name, "reason=forbidden"))
                .containsEntry("path", "/api/v1/users")
                .containsEntry("from", address);
        Fleet other = Fleet.create(server);
        client.get(other.importsPath()).expect(404);
        assertThat(log.find("event=access-refused", name, "reason=not-found"))
                .containsEntry("object", other.organizationId());

        client.delete("/api/v1/tokens/" + id).expect(204);
        assertThat(log.find("event=token-revoked", name)).containsEntry("object", id);
        client.get("/api/v1/tokens").expect(401);
        assertThat(log.find("event=credential-refused", address)).containsEntry("reason", "unauthenticated");
        assertThat(log.lines()).noneMatch(line -> line.contains(token) || line.contains(Fleet.CHOSEN));
    }

    @Test
    void administration() {
        ApiClient administrator = server.administratorByToken();
        String name = "in the log " + UUID.randomUUID();
        String user = administrator
                .post("/api/v1/users", "{\"username\":\"" + name + "\",\"role\":\"OPERATOR\"}")
                .expect(201)
                .text("id");
        assertThat(log.find("event=user-created", user))
                .containsEntry("made", user)
                .containsEntry("role", "ADMINISTRATOR");
        administrator
                .patch("/api/v1/users/" + user, "{\"disabled\":true}", null)
                .expect(200);
        assertThat(log.find("event=user-changed", user)).containsEntry("detail", "disabled=true");
        administrator.post("/api/v1/users/" + user + "/reset", "").expect(201);
        administrator.delete("/api/v1/users/" + user).expect(204);
        log.find("event=user-reset", user);
        log.find("event=user-deleted", user);

        Fleet made = Fleet.create(server);
        log.find("event=organization-created", made.organizationId());
        log.find("event=manufacturer-created", made.manufacturerId());
        Certificate certificate = made.newCertificate();
        String id = made.manufacturer()
                .get(made.certificatesPath())
                .items()
                .getJsonObject(0)
                .getString("id");
        assertThat(log.find("event=certificate-created", made.manufacturerId())).containsEntry("made", id);
        made.manufacturer().delete(made.certificatesPath() + "/" + id).expect(204);
        log.find("event=certificate-revoked", id);
        assertThat(certificate.accessKey()).isNotNull();
    }

    @Test
    void forgeryMalformedRequestsAndLimits() {
        PortalClient portal = PortalClient.at(server, address).logIn(fleet.manager(), Fleet.CHOSEN);
        portal.send(portal.request("/login.xhtml")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("a=b")))
                .expect(403);
        assertThat(log.find("event=forgery-refused", "reason=origin", address)).containsEntry("path", "/login.xhtml");
        portal.post("/organization/imports.xhtml", Map.of("jakarta.faces.ViewState", "stateless"));
        log.find("event=forgery-refused", "reason=view-state", address);
        portal.get("/administration/users.xhtml").expect(403);
        assertThat(log.find("event=access-refused", address, "/administration/users.xhtml"))
                .containsEntry("role", "ORGANIZATION_MANAGER");

        ApiClient here = server.nobodyAt(address);
        here.post("/api/v1/provision/ABCDEFGHIJKLMNOPQRSTUVWXYZ", "{").expect(400);
        log.find("event=request-malformed", address, "reason=malformed-request");
        here.post("/api/v1/provision/ABCDEFGHIJKLMNOPQRSTUVWXYZ", "x".repeat(100_000));
        log.find("event=limit-reached", address, "reason=body-too-large");
    }

    /** A head, and a body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n"
            })
    void whatTheListenerRefusesBeforeTheApplicationSeesIt(String twoReadings) {
        String request = "POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\n" + twoReadings;
        Await.until(Duration.ofSeconds(30), () -> refusal(request), Optional::isPresent);
    }

    private Optional<Map<String, String>> refusal(String request) {
        try (RawConnection connection = RawConnection.open(server, server.url(), address)) {
            assertThat(connection.send(request).statusLine()).contains(" 400");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return log.lines().stream()
                .filter(line -> line.contains(
                        "event=request-malformed outcome=refused reason=400 place=listener from=" + address))
                .findFirst()
                .map(line -> Map.of("line", line));
    }

    @Test
    void aVerifiedDeviceThatIsRefused() {
        Certificate certificate = fleet.newCertificate();
        Proof proof = Proof.fresh(certificate, ImportFile.imei(7));
        Answer refused = SimulatedDevice.request(server.nobodyAt(address), certificate.accessKey(), proof.body())
                .expect(404);
        assertThat(log.find("event=provisioning-refused", address))
                .containsEntry("reason", "device-not-imported")
                .containsEntry("manufacturer", fleet.manufacturerId())
                .containsEntry("attempt", refused.text("instance").replace("urn:uuid:", ""));
    }

    @Test
    void aStrangerCannotFillTheLog() {
        ApiClient stranger = server.nobodyAt(address).bearer("nothing");
        for (int i = 0; i < 40; i++) {
            stranger.get("/api/v1/tokens").expect(401);
        }
        log.find("event=credential-refused", address);
        assertThat(log.lines().stream().filter(line -> line.contains("credential-refused") && line.contains(address)))
                .hasSizeBetween(10, 20);
    }

    /** In each field that a log may have: names, paths, headers, files, identifiers. */
    @Test
    void noValueForgesALineOrReachesATerminal() throws IOException {
        Path serverLog = server.locations().work().resolve("logs/server.log");
        String mark = "mark" + UUID.randomUUID();
        for (String hostile : List.of("\n", "\r\n", "\u2028", "\u2029", "\u0085", "\u001b[2J", "\u202e", "\u2066")) {
            String forged = "x" + hostile + "[2026-11-29T12.00.00.000+0000] [forged] " + mark;
            ApiClient here = server.nobodyAt(address);
            here.basic(forged, "a password").post("/api/v1/tokens", "{\"name\":\"x\"}");
            here.bearer(encoded(forged)).get("/api/v1/tokens/" + encoded(forged));
            here.get("/api/v1/" + encoded(forged) + "?search=" + encoded(forged));
            here.post("/api/v1/provision/" + encoded(forged), forged);
            server.administratorByToken()
                    .post(
                            "/api/v1/users",
                            "{\"username\":\"" + json(forged)
                                    + "\",\"password\":\"long enough for it\",\"role\":\"OPERATOR\"}");
            fleet.organization()
                    .post(
                            fleet.importsPath() + "?manufacturer=" + fleet.manufacturerId() + "&name="
                                    + encoded(forged),
                            "text/csv",
                            forged + "\n1,2,3\n");
            PortalClient portal = PortalClient.at(server, address);
            portal.send(portal.request("/" + encoded(forged))
                    .header("User-Agent", mark + " \u001b[2J forged".replaceAll("\\p{Cntrl}", "\t"))
                    .GET());
            portal.post(
                    "/login.xhtml",
                    Map.of("jakarta.faces.ViewState", forged, "username", forged, "login", "login", forged, forged));
            Map<String, String> form = new LinkedHashMap<>(Map.of("login", "login", "log-in", "", "password", "x"));
            form.put("username", forged);
            form.putAll(PortalClient.state(portal.get("/login.xhtml").body()));
            portal.post("/login.xhtml", form);
        }
        log.find("event=login-", mark.substring(0, 12), "x\\u001b[2J");

        String written = Files.readString(serverLog, StandardCharsets.UTF_8);
        assertThat(written).contains(mark.substring(0, 12));
        assertThat(written.lines()).noneMatch(line -> line.startsWith("[2026-11-29T12.00.00.000+0000] [forged]"));
        assertThat(written).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");
    }

    /** Other systems read the server's log, too. */
    @Test
    void theServersLogHasTheSameLinesAndUtcTimes() throws IOException {
        String name = fleet.manager();
        PortalClient.at(server, address).logIn(name, Fleet.CHOSEN);
        Map<String, String> login = log.find("event=login ", name, address);

        Path serverLog = server.locations().work().resolve("logs/server.log");
        String written =
                Await.until(Duration.ofSeconds(20), () -> read(serverLog), text -> text.contains(login.get("attempt")));
        String entry =
                PortalClient.find("\n(\\[[^\n]*dev\\.muster\\.security[^\n]*\n[^\n]*" + name + "[^\n]*\n)", written);
        Instant time = Instant.from(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXX")
                .parse(PortalClient.find("^\\[([^\\]]+)\\]", entry)));
        assertThat(PortalClient.find("^\\[([^\\]]+)\\]", entry)).endsWith("+0000");
        assertThat(Duration.between(Instant.parse(login.get("time")), time).abs())
                .isLessThan(Duration.ofSeconds(2));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(String text) {
        return text.chars().mapToObj(unit -> "\\u%04x".formatted(unit)).reduce("", String::concat);
    }

    private static void leave(PortalClient portal) {
        String page = "/organization/models.xhtml";
        Map<String, String> form = new LinkedHashMap<>(Map.of("leave", "leave", "log-out", "Log out"));
        form.putAll(PortalClient.state(portal.get(page).body()));
        portal.post(page, form).expect(302);
    }
}
