package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Answer;
import dev.muster.testkit.MusterServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user works for two organizations: the pages of the one write nothing into the other. */
class TenantSwitchIT {

    private static final String IMPORTS = "/organization/imports.xhtml";

    private static final String HEADER = "X-Muster-User";

    private final MusterServer server = Database.POSTGRESQL.server();

    private Fleet first;
    private Fleet second;
    private PortalClient portal;

    @BeforeEach
    void makeAUserOfTwo() {
        first = Fleet.create(server);
        second = Fleet.create(server);
        String name = first.manager();
        String id = server.administratorByToken()
                .get("/api/v1/users?search=" + name.replace(" ", "%20"))
                .expect(200)
                .items()
                .getJsonObject(0)
                .getString("id");
        server.administratorByToken()
                .post(
                        "/api/v1/users/" + id + "/memberships",
                        "{\"role\":\"ORGANIZATION_VIEWER\",\"organizationId\":\"" + second.organizationId() + "\"}")
                .expect(201);
        portal = PortalClient.at(server).logIn(name, Fleet.CHOSEN);
    }

    @Test
    void aSwitchGivesAnotherSessionIdAndAnotherTenant() {
        String before = portal.get(IMPORTS).expect(200).body();
        assertThat(before).contains("data-testid=\"tenant\">" + first.organizationName());

        Answer switched = change(before).expect(302);

        assertThat(switched.header("Set-Cookie").orElse("")).contains("__Host-muster-session=");
        String after = portal.get(IMPORTS).expect(200).body();
        assertThat(after)
                .contains("data-testid=\"tenant\">" + second.organizationName())
                .doesNotContain("data-testid=\"import\"");
        assertThat(user(after)).isNotEqualTo(user(before));
        change(after).expect(302);
        assertThat(portal.get(IMPORTS).expect(200).body())
                .contains("data-testid=\"tenant\">" + first.organizationName(), "data-testid=\"import\"");
    }

    @Test
    void aPageOfTheFormerTenantWritesNothing() {
        String before = portal.get(IMPORTS).expect(200).body();
        change(before).expect(302);

        assertThat(portal.background(IMPORTS, Map.of("a", "b"), HEADER, user(before))
                        .expect(200)
                        .body())
                .contains("muster:other-user");
        Answer upload = portal.send(portal.request("/imports/upload?manufacturer=" + first.manufacturerId())
                .header("Content-Type", "text/csv")
                .header("X-CSRF-Token", PortalClient.find("data-token=\"([^\"]+)\"", before))
                .POST(BodyPublishers.ofString(ImportFile.of(81, 81))));
        assertThat(upload.status()).isEqualTo(403);
        assertThat(first.organization()
                        .get(first.importsPath())
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isZero();
    }

    /** As the button in the head of the page does. */
    private Answer change(String page) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("tenants", "tenants");
        form.put(PortalClient.find("<input[^>]* name=\"([^\"]*switch)\"", page), "");
        form.put("muster.user", user(page));
        form.putAll(PortalClient.state(page));
        return portal.post(IMPORTS, form);
    }

    private static String user(String page) {
        return PortalClient.find("data-user=\"([^\"]+)\"", page);
    }
}
