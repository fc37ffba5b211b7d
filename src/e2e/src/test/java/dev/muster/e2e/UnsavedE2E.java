package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells between the keyboard and the server: arrows change none, and what is not saved does not look saved. */
class UnsavedE2E {

    private static final String NAME = "deviceName";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void arrowsMoveBetweenCellsAndChangeNone() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.sound("arrows.csv", "36505", 4));
            Page page = olivia.page();
            grid.cell(2, "deviceType").focus();
            for (String key : new String[] {"ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"}) {
                page.keyboard().press(key);
            }
            assertThat(grid.cell(1, "deviceType")).isFocused();
            for (String key : new String[] {"Home", "End", "PageDown", "PageUp", "ArrowUp"}) {
                page.keyboard().press(key);
            }
            assertThat(grid.cell(1, "deviceType")).isFocused();
            page.keyboard().press("ArrowRight");
            assertThat(grid.cell(1, "parentGateway")).isFocused();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(grid.cell(1, NAME)).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(grid.cell(2, NAME)).isFocused();
            for (int row = 1; row <= 4; row++) {
                assertThat(grid.cell(row, "deviceType")).hasValue("STANDALONE");
            }
            assertThat(grid.undo()).hasCount(0);

            grid.cell(2, "deviceType").selectOption("GATEWAY");
            assertThat(grid.undo()).hasText("Undo the change of row 2");
            page.reload();
            assertThat(grid.cell(2, "deviceType")).hasValue("GATEWAY");
        }
    }

    @Test
    void aChangeThatCannotBeSentLooksSoAndIsSentLater() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.sound("away.csv", "36606", 3));
            olivia.online(false);
            grid.mend(1, NAME, "typed while the server was away");

            assertThat(grid.notSaved(1, NAME)).hasText("Not saved");
            assertThat(grid.cell(1, NAME)).hasValue("typed while the server was away");
            assertThat(grid.cell(1, NAME)).hasAccessibleDescription(Pattern.compile(".*Not saved.*"));
            assertThat(grid.unsaved()).containsText("1 change is not saved: the server cannot be reached");
            assertThat(olivia.asksBeforeLeaving()).isTrue();
            grid.mend(2, NAME, "a second one");
            grid.mend(1, NAME, "typed again");
            assertThat(grid.unsaved()).containsText("2 changes are not saved");
            grid.commit().click();
            assertThat(olivia.page().locator("#refused_container")).containsText("2 changes are not saved");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("grid-unsaved");

            olivia.online(true);
            assertThat(grid.unsaved()).isHidden();
            assertThat(grid.notSaved(1, NAME)).hasCount(0);
            assertThat(olivia.asksBeforeLeaving()).isFalse();
            olivia.page().reload();
            assertThat(grid.cell(1, NAME)).hasValue("typed again");
            assertThat(grid.cell(2, NAME)).hasValue("a second one");
        }
    }

    @Test
    void aChangeThatTheServerFailsOnIsKeptUntilItIsSentAgain() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.sound("failing.csv", "36707", 3));
            Page page = olivia.page();
            page.route("**/organization/import.xhtml*", UnsavedE2E::fail);
            grid.mend(1, NAME, "not taken");
            assertThat(grid.notSaved(1, NAME)).hasText("Not saved");
            assertThat(grid.unsaved()).containsText("the server could not save it");
            assertThat(olivia.asksBeforeLeaving()).isTrue();

            page.unroute("**/organization/import.xhtml*");
            grid.mend(3, NAME, "another one");
            assertThat(grid.undo()).hasText("Undo the change of row 3");
            assertThat(grid.cell(1, NAME)).hasValue("not taken");
            assertThat(grid.notSaved(1, NAME)).isVisible();
            page.getByTestId("unsaved-again").click();
            assertThat(grid.unsaved()).isHidden();
            page.reload();
            assertThat(grid.cell(1, NAME)).hasValue("not taken");
        }
    }

    private static void fail(Route route) {
        if ("POST".equals(route.request().method())) {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(500)
                    .setContentType("text/html")
                    .setBody("no"));
        } else {
            route.resume();
        }
    }
}
