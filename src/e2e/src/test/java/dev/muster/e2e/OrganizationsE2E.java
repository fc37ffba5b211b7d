package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator suspends an organization, lets it go on, and deletes another one; its users see why they change nothing. */
class OrganizationsE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void itIsSuspendedResumedAndDeleted() throws IOException {
        String name = "Fleet " + UUID.randomUUID().toString().substring(0, 8);
        try (Portal admin = Portal.of("admin")) {
            OrganizationPage page = new OrganizationPage(admin).openList();
            page.create(name);
            page.search(name).openOne(name);
            assertThat(page.status()).hasText("Active");
            page.ask("suspend");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("organization-suspend");
            page.confirm("suspend");
            assertThat(page.status()).hasText("Suspended");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("organization-suspended");
            admin.narrow();
            admin.picture("organization-suspended-400");
            admin.wide();

            page.openList().search(name).status("SUSPENDED");
            assertThat(page.rows()).hasCount(1);
            assertThat(page.rows().first()).containsText("Suspended");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("organizations-suspended");
            page.status("ACTIVE");
            assertThat(page.rows().first()).containsText("No organizations match");
            page.status("SUSPENDED");
            assertThat(page.rows().first()).containsText(name);

            page.openOne(name).ask("delete");
            page.type("another name");
            page.confirm("delete");
            assertThat(page.refused()).containsText("Type it exactly as shown");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("organization-delete");
            page.type(name);
            page.confirm("delete");
            assertThat(page.told("The organization is deleted")).isVisible();
            admin.picture("organization-deleted");
            page.search(name);
            assertThat(page.rows().first()).containsText("No organizations match");
        }
    }

    @Test
    void itsManagerSeesEverythingAndIsToldWhyNothingCanBeChanged() throws IOException {
        try (Portal admin = Portal.of("admin");
                Portal olivia = Portal.of("olivia")) {
            OrganizationPage page = new OrganizationPage(admin).openList().openOne("Demo Fleet");
            page.ask("suspend");
            page.confirm("suspend");
            assertThat(page.status()).hasText("Suspended");
            try {
                assertThat(banner(olivia, "/organization/imports.xhtml"))
                        .containsText("Your organization is suspended");
                assertThat(olivia.page().getByTestId("imports")).isVisible();
                assertThat(olivia.page().locator("[data-open=upload]")).hasCount(0);
                assertThat(olivia.seriousViolations()).isEmpty();
                olivia.picture("imports-suspended");
                olivia.narrow();
                olivia.picture("imports-suspended-400");
                olivia.wide();
                for (String other : new String[] {"/organization/devices.xhtml", "/account/tokens.xhtml"}) {
                    assertThat(banner(olivia, other)).isVisible();
                }
            } finally {
                page.ask("resume");
                page.confirm("resume");
                assertThat(page.status()).hasText("Active");
            }
            assertThat(banner(olivia, "/organization/imports.xhtml")).hasCount(0);
            assertThat(olivia.page().locator("[data-open=upload]").first()).isVisible();
        }
    }

    private static Locator banner(Portal portal, String page) {
        portal.go(page);
        return portal.page().getByTestId("organization-suspended");
    }
}
