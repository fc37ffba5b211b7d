package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Role;
import dev.muster.testkit.MusterServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search over everything finds what the user may see, and nothing of another tenant. */
class FinderIT {

    private static MusterServer server;
    private static CrawledTenant owner;
    private static CrawledTenant stranger;

    @BeforeAll
    static void tenants() {
        server = Database.POSTGRESQL.server();
        owner = CrawledTenant.create(server, 770_000);
        stranger = CrawledTenant.create(server, 780_000);
    }

    @Test
    void usersFindWhatIsTheirs() {
        assertThat(find(portal(owner, Role.ORGANIZATION_VIEWER), owner.device().identifier()))
                .contains(owner.values().get("deviceId"));
        assertThat(find(portal(owner, Role.MANUFACTURER_VIEWER), owner.values().get("accessKey")))
                .contains(owner.values().get("certificateId"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobodyFindsWhatIsOfAnotherTenant(Role role) {
        PortalClient portal = portal(stranger, role);
        for (String text : List.of(
                owner.device().identifier(),
                owner.values().get("accessKey"),
                owner.fleet().organizationName())) {
            assertThat(find(portal, text)).startsWith("{\"items\":[],\"summary\":\"Nothing found.");
        }
    }

    @Test
    void whoIsNotLoggedInFindsNothing() {
        assertThat(PortalClient.at(server).get("/find?q=a").status()).isEqualTo(302);
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithASentence() {
        assertThat(find(portal(owner, Role.ORGANIZATION_VIEWER), "x".repeat(129)))
                .contains("at most 128 characters");
    }

    private static PortalClient portal(CrawledTenant tenant, Role role) {
        return PortalClient.at(server).logIn(tenant.user(role), Fleet.CHOSEN);
    }

    private static String find(PortalClient portal, String text) {
        return portal.get("/find?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .body();
    }
}
