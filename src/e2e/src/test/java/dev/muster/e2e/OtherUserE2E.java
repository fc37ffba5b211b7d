package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another user logs in in a second tab: the first one says so, sends nothing for that user, and keeps what was typed. */
class OtherUserE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void whatWasTypedWaitsForItsUser() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.sound("other-user.csv", "36808", 3));
            Page page = olivia.page();
            Portal tab = olivia.another();
            change(tab, "marco");
            assertThat(page.locator("#other-user")).isVisible();
            assertThat(olivia.seriousViolations()).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("#other-user")).isHidden();
            grid.mend(2, "deviceName", "typed by olivia");
            assertThat(page.getByTestId("other-unsaved")).containsText("typed by olivia");
            olivia.picture("other-user");
            page.keyboard().press("Escape");
            assertThat(page.locator("#other-user")).isHidden();
            assertThat(grid.cell(2, "deviceName")).hasValue("typed by olivia");
            upload(olivia);

            change(tab, "olivia");
            page.keyboard().press("Escape");
            assertThat(page.locator("#other-user")).isHidden();
            grid.mend(3, "deviceName", "typed later");
            assertThat(page.getByText("What you had typed before is saved now.").first())
                    .isVisible();
            assertThat(grid.cell(2, "deviceName")).hasValue("typed by olivia");
            assertThat(grid.cell(3, "deviceName")).hasValue("typed later");
        }
    }

    private static void change(Portal tab, String to) {
        tab.go("/index.xhtml");
        tab.logOut();
        tab.logIn(to, "muster-demo-only");
        tab.page().waitForURL(url -> !url.contains("/login.xhtml"));
    }

    private static void upload(Portal olivia) throws IOException {
        Page page = olivia.page();
        page.getByTestId("upload-another").click();
        olivia.awaitDialog("upload");
        page.getByTestId("file").setInputFiles(ImportFile.sound("other-file.csv", "36909", 1));
        page.getByTestId("upload-start").click();
        assertThat(page.getByTestId("upload-refusal")).containsText("Another user has logged in");
        page.getByTestId("upload-cancel").click();
        assertThat(page.locator("#upload")).isHidden();
    }
}
