package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happened elsewhere while somebody was typing: another window, the end of the session. Nothing is lost of it. */
class ChangedMeanwhileE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void twoWindowsOnOneDraftDoNotOverwriteEachOther() throws IOException {
        try (Portal first = Portal.of("olivia");
                Portal second = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(first).upload(ImportFile.sound("windows.csv", "35303", 3));
            second.page().navigate(first.page().url());
            GridPage later = new GridPage(second);
            assertThat(later.rowCount()).hasText("3");

            grid.mend(1, "deviceName", "named in the first window");
            assertThat(first.page().locator("[data-version-of='1']")).hasAttribute("data-version", "1");
            later.mend(1, "deviceName", "named in the second window");

            assertThat(second.page().getByText("changed in another window").first())
                    .isVisible();
            assertThat(second.page().getByText("named in the second window").first())
                    .isVisible();
            first.page().reload();
            assertThat(grid.cell(1, "deviceName")).hasValue("named in the first window");
        }
    }

    @Test
    void undoTakesBackOnlyTheChangeThatItNames() throws IOException {
        try (Portal first = Portal.of("olivia");
                Portal second = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(first).upload(ImportFile.sound("undo.csv", "35313", 3));
            grid.mend(1, "deviceName", "first change");
            assertThat(grid.undo()).hasText("Undo the change of row 1");
            second.page().navigate(first.page().url());
            GridPage other = new GridPage(second);
            other.mend(2, "deviceName", "second change");
            assertThat(other.undo()).hasText("Undo the change of row 2");

            grid.undo().click();

            assertThat(first.page().getByText("changed in another window").first())
                    .isVisible();
            assertThat(grid.cell(2, "deviceName")).hasValue("second change");
            assertThat(grid.undo()).hasText("Undo the change of row 2");
        }
    }

    @Test
    void whoMendsWhatWasCommittedElsewhereIsTold() throws IOException {
        try (Portal first = Portal.of("olivia");
                Portal second = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(first).upload(ImportFile.sound("committed.csv", "35333", 3));
            second.page().navigate(first.page().url());
            GridPage other = new GridPage(second);
            other.commit().click();
            assertThat(other.status()).hasText("Committed");

            grid.mend(1, "deviceName", "too late");

            assertThat(grid.status()).hasText("Committed");
            assertThat(first.page().getByText("Not saved in row 1").first()).containsText("too late");
        }
    }

    @Test
    void whatWasTypedOutlivesTheSession() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.sound("session.csv", "35323", 30));
            Page page = olivia.page();
            grid.goToPage(2);
            olivia.endSession();
            grid.mend(28, "deviceName", "typed for a long time");

            assertThat(page.locator("#ended")).isVisible();
            assertThat(page.getByTestId("unsaved")).containsText("typed for a long time");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("session-ended");

            Page tab = page.waitForPopup(() -> page.getByTestId("log-in-again").click());
            tab.getByLabel("User name").fill("olivia");
            tab.getByLabel("Password").fill("muster-demo-only");
            tab.locator("#log-in").click();
            tab.waitForURL("**/organization/overview.xhtml");
            page.getByTestId("save-again").click();

            assertThat(page.getByText("What you had typed before is saved now.").first())
                    .isVisible();
            grid.goToPage(2);
            assertThat(grid.cell(28, "deviceName")).hasValue("typed for a long time");
        }
    }
}
