package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant that requires a second factor: its users get nowhere before they have added one. */
class RequiredFactorIT {

    private static final String PAGE = "/organization/imports.xhtml";

    private static final String ADD = "/account/factors.xhtml";

    private static final String REQUIRE = "{\"secondFactorRequired\":true}";

    private final Database database = Database.POSTGRESQL;

    private MusterServer server;
    private Fleet fleet;
    private String user;

    @BeforeEach
    void makeAUser() {
        server = database.server();
        fleet = Fleet.create(server);
        user = fleet.manager();
    }

    @Test
    void anOrganizationLeadsItsUsersToThePageThatAddsAFactor() {
        PortalClient portal = PortalClient.at(server).logIn(user, Fleet.CHOSEN);
        ApiClient token = server.nobody().basic(user, Fleet.CHOSEN).withNewToken();
        portal.get(PAGE).expect(200);
        assertThat(fleet.organization()
                        .patch(fleet.organizationPath(), REQUIRE, null)
                        .expect(200)
                        .json()
                        .getBoolean("secondFactorRequired"))
                .isTrue();

        for (String page : List.of(
                PAGE,
                "/index.xhtml",
                "/account/password.xhtml",
                "/imports/report?id=x",
                "/organization/devices.csv",
                "/devices/telemetry?id=x")) {
            Answer held = portal.get(page);
            assertThat(held.status()).as(page).isEqualTo(302);
            assertThat(held.header("Location").orElse("")).as(page).endsWith(ADD);
        }
        assertThat(portal.get(ADD).expect(200).body()).contains("requires a second factor");
        assertProblem(
                server.nobody().basic(user, Fleet.CHOSEN).post("/api/v1/tokens", "{\"name\":\"x\"}"),
                401,
                ProblemCode.SECOND_FACTOR_REQUIRED);
        token.get(fleet.importsPath()).expect(200);

        SecondFactor factor = SecondFactor.setUp(portal, Fleet.CHOSEN);
        portal.get(PAGE).expect(200);
        SecondFactor.newToken(
                        server.nobody().basic(user, Fleet.CHOSEN), factor.app().next())
                .expect(201);
    }

    @Test
    void aManufacturerAndAnAdministratorSetItToo() {
        String manufacturer = "/api/v1/manufacturers/" + fleet.manufacturerId();
        fleet.manufacturer().patch(manufacturer, REQUIRE, null).expect(200);
        assertThat(server.administratorByToken()
                        .patch(manufacturer, "{\"secondFactorRequired\":false}", null)
                        .expect(200)
                        .json()
                        .getBoolean("secondFactorRequired"))
                .isFalse();
        server.administratorByToken()
                .patch(fleet.organizationPath(), REQUIRE, null)
                .expect(200);
        assertProblem(
                Fleet.create(server).organization().patch(fleet.organizationPath(), REQUIRE, null),
                404,
                ProblemCode.NOT_FOUND);
    }
}
