package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a page of one user sends after another user has logged in in the same browser is done for neither. */
class OtherUserIT {

    private static final String HEADER = "X-Muster-User";

    private static final String SENTENCE = "Another user has logged in";

    private final MusterServer server = Database.POSTGRESQL.server();
    private final Fleet fleet = Fleet.create(server);
    private final PortalClient portal = fleet.portal();
    private final String draft =
            Draft.of(fleet, List.of(Cells.standalone(80_001))).id();

    @Test
    void aCommandOfAnotherUsersPageIsNotDone() {
        Answer answer = delete(UUID.randomUUID().toString());

        assertThat(answer.expect(200).body()).contains("muster:other-user").doesNotContain("import-foot");
        assertThat(new Draft(fleet, draft).json().getInt("rows")).isEqualTo(1);

        delete(user()).expect(200);
        assertThat(new Draft(fleet, draft).json().getInt("rows")).isZero();
    }

    @Test
    void aUserOfAnotherRoleIsToldTheSame() {
        PortalClient maker = PortalClient.at(server)
                .logIn(
                        fleet.portalUser(
                                "MANUFACTURER_MANAGER", "\"manufacturerId\":\"" + fleet.manufacturerId() + "\""),
                        Fleet.CHOSEN);
        String path = "/organization/import.xhtml?id=" + draft;

        assertThat(maker.background(path, Map.of("a", "b"), HEADER, user())
                        .expect(200)
                        .body())
                .contains("muster:other-user");
        assertThat(maker.background(path, Map.of("a", "b")).status()).isEqualTo(403);
        assertThat(maker.send(maker.request("/imports/credentials")
                                .header("Content-Type", "text/plain")
                                .header(HEADER, user())
                                .POST(BodyPublishers.noBody()))
                        .expect(409)
                        .body())
                .contains(SENTENCE);
    }

    @Test
    void aFormOfAnotherUsersPageIsNotDone() {
        Answer answer = portal.post(
                "/organization/models.xhtml", leaving(UUID.randomUUID().toString()));

        assertThat(answer.expect(409).body()).contains(SENTENCE);
        assertThat(portal.get("/organization/models.xhtml").status()).isEqualTo(200);

        portal.post("/organization/models.xhtml", leaving(user())).expect(302);
        assertThat(portal.get("/organization/models.xhtml").status()).isEqualTo(302);
    }

    @Test
    void aFileOfAnotherUsersPageIsNotImported() {
        int before = imports();
        String token = token(portal);
        for (String address : List.of("/imports/upload?manufacturer=" + fleet.manufacturerId(), "/imports/preview")) {
            Answer answer = portal.send(portal.request(address)
                    .header("Content-Type", "text/csv")
                    .header("X-CSRF-Token", token)
                    .header(HEADER, UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(ImportFile.of(81, 81))));

            assertThat(answer.expect(409).text("detail")).contains(SENTENCE);
        }
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void aLoginOverALoginBeginsAnotherSession() {
        PortalClient browser = PortalClient.at(server);
        Map<String, String> secondTab =
                PortalClient.state(browser.get("/login.xhtml").body());
        browser.logIn(fleet.manager(), Fleet.CHOSEN);
        String token = token(browser);

        Map<String, String> form = new LinkedHashMap<>(Map.of("login", "login", "log-in", ""));
        form.putAll(Map.of("username", fleet.manager(), "password", Fleet.CHOSEN));
        form.putAll(secondTab);
        browser.post("/login.xhtml", form).expect(302);

        assertThat(token(browser)).isNotEqualTo(token);
    }

    private static String token(PortalClient browser) {
        return PortalClient.find(
                "data-token=\"([^\"]+)\"",
                browser.get("/organization/imports.xhtml").expect(200).body());
    }

    private Answer delete(String user) {
        String path = "/organization/import.xhtml?id=" + draft;
        PortalPage page = PortalPage.open(portal, path);
        String source = PortalClient.find("musterDelete ?= ?function.*?s:\"([^\"]+)\"", page.html());
        Map<String, String> form = page.requests().stream()
                .filter(request -> source.equals(request.get("jakarta.faces.source")))
                .findFirst()
                .orElseThrow();
        return portal.background(path, form, HEADER, user);
    }

    private Map<String, String> leaving(String user) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("leave", "leave", "log-out", "Log out"));
        form.put("muster.user", user);
        form.putAll(PortalClient.state(portal.get("/organization/models.xhtml").body()));
        return form;
    }

    private String user() {
        return PortalClient.find(
                "data-user=\"([^\"]+)\"",
                portal.get("/organization/models.xhtml").body());
    }

    private int imports() {
        return fleet.organization().get(fleet.importsPath()).expect(200).json().getInt("total");
    }
}
