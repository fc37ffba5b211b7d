package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of a user: invited by a link, logged in, and disabled while at work. */
class PeopleE2E {

    private static final String PASSWORD = "nine cats in the sun";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void anInvitedUserWorksUntilAnAdministratorDisablesIt() throws IOException {
        String name = "vera-" + UUID.randomUUID().toString().substring(0, 8);
        try (Portal admin = Portal.of("admin");
                Portal vera = Portal.open()) {
            choosePassword(vera, invite(admin, name));
            vera.logIn(name, PASSWORD);
            assertThat(vera.tenant()).hasText("Demo Fleet");
            vera.go("/account/profile.xhtml");
            assertThat(vera.page().getByTestId("this-session")).isVisible();
            assertThat(vera.seriousViolations()).isEmpty();

            disable(admin, name);

            vera.go("/organization/imports.xhtml");
            assertThat(vera.page()).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
        }
    }

    private static String invite(Portal admin, String name) {
        Page page = admin.page();
        admin.go("/administration/users.xhtml");
        page.getByTestId("create").click();
        admin.awaitDialog("create");
        page.locator("#username").fill(name);
        page.locator("#role").selectOption("ORGANIZATION_VIEWER");
        admin.awaitAjax();
        page.locator("#organization").selectOption(new SelectOption().setLabel("Demo Fleet"));
        page.locator("#create-confirm").click();
        admin.awaitDialog("issued");
        assertThat(admin.seriousViolations()).isEmpty();
        String link = page.getByTestId("issued-link").inputValue();
        page.getByTestId("issued-stored").check();
        page.getByTestId("issued-close").click();
        return link;
    }

    private static void choosePassword(Portal portal, String link) {
        Page page = portal.page();
        page.navigate(link);
        page.locator("#chosen").fill(PASSWORD);
        page.locator("#repeated").fill(PASSWORD);
        assertThat(portal.seriousViolations()).isEmpty();
        page.locator("#set").click();
        assertThat(page.getByTestId("link-done")).isVisible();
    }

    private static void disable(Portal admin, String name) {
        Page page = admin.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.getByTestId("user-state")).hasText("Active");
        assertThat(admin.seriousViolations()).isEmpty();
        page.getByTestId("disable").click();
        admin.awaitDialog("disable");
        page.locator("#disable-confirm").click();
        assertThat(page.getByTestId("user-state")).hasText("Disabled");
    }
}
