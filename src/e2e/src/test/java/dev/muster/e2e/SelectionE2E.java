package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changing all rows that were found, on all pages of the grid. */
class SelectionE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    /** 90 rows; row 3 has a wrong check digit, rows 30 and 40 are a pair. */
    @Test
    void allThatWereFoundAreChanged() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.withFaults("selection.csv", "35424", 90));
            page.getByTestId("select-page").check();
            assertThat(grid.selection()).containsText("25 rows selected");
            page.getByTestId("select-found").click();
            assertThat(grid.selection()).containsText("All 90 that were found are selected");
            grid.goToPage(2);
            assertThat(page.locator("[data-select='30']")).isChecked();

            page.getByTestId("replace-text").click();
            olivia.awaitDialog("change-rows");
            page.getByTestId("replace-part").fill("tracker-");
            assertThat(page.getByTestId("replace-count")).hasText("90 cells contain this text.");
            page.getByTestId("replace-by").fill("unit_");
            olivia.picture("grid-replace");
            assertThat(olivia.seriousViolations()).isEmpty();
            assertThat(page.getByTestId("change-rows-yes")).hasText("Change 90 cells");
            page.getByTestId("change-rows-yes").click();

            assertThat(page.getByText("90 cells changed.").first()).isVisible();
            assertThat(grid.cell(30, "deviceName"))
                    .hasValue("unit_" + ImportFile.imei("35424", 30).substring(0, 8) + "-30");
            assertThat(grid.selection()).isHidden();
            assertThat(page.locator("#grid .cell:focus")).hasCount(1);
            assertThat(grid.undo()).containsText("the replaced text in 90 rows");
            Locator offer = page.locator("#told_container [data-undo]");
            assertThat(offer).hasText("Undo");
            olivia.picture("grid-undo");
            offer.click();
            assertThat(offer).hasCount(0);
            assertThat(page.locator("#grid .cell:focus")).hasCount(1);
            assertThat(grid.cell(30, "deviceName"))
                    .hasValue("tracker-" + ImportFile.imei("35424", 30).substring(0, 8) + "-30");
        }
    }

    @Test
    void theRowsOfAFaultAreShownGivenATypeAndDeleted() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.withFaults("kinds.csv", "35434", 90));
            page.locator("[data-show-fault='uniqueIdentifier:duplicate-in-file']")
                    .click();
            assertThat(page.getByTestId("found")).hasText("2 rows found");
            assertThat(page.locator("[data-show-fault][aria-pressed=true]")).isFocused();
            assertThat(grid.cell(30, "deviceName")).isVisible();
            assertThat(grid.cell(1, "deviceName")).hasCount(0);

            page.getByTestId("select-page").check();
            page.getByTestId("set-type").click();
            olivia.awaitDialog("change-rows");
            assertThat(page.getByTestId("change-rows-yes")).isDisabled();
            page.getByTestId("put-type").selectOption("GATEWAY");
            page.getByTestId("change-rows-yes").click();
            assertThat(grid.cell(40, "deviceType")).hasValue("GATEWAY");

            page.getByTestId("select-page").check();
            page.getByTestId("delete-selected").click();
            assertThat(grid.confirmation()).containsText("30, 40");
            grid.confirm();
            assertThat(grid.rowCount()).hasText("88");
            page.getByTestId("show-all").click();
            assertThat(grid.cell(1, "deviceName")).isVisible();

            page.locator("[data-ask-fault='uniqueIdentifier:check-digit']").click();
            olivia.awaitDialog("fault");
            page.locator("label[for=fault-delete]").click();
            assertThat(page.getByTestId("fault-yes")).hasText("Delete 1 row");
            page.getByTestId("fault-yes").click();
            assertThat(grid.validity()).hasAttribute("data-valid", "true");
            assertThat(grid.commit()).containsText("87 devices");
        }
    }
}
