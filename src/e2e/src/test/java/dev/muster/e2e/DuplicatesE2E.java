package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two dialogs that take invalid rows away say what becomes of duplicates, and keep the first of each if asked. */
class DuplicatesE2E {

    private static final String SERIES = "35911";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    /** Row 3 has a wrong check digit, rows 30 and 40 are a pair. */
    @Test
    void whatIsToldIsWhatHappens() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.withFaults("pairs.csv", SERIES, 60));
            deleteButTheFirst(olivia);
            assertThat(grid.rowCount()).hasText("58");
            assertThat(grid.validity()).hasAttribute("data-valid", "true");
            grid.undo().click();
            assertThat(grid.rowCount()).hasText("60");
            assertThat(grid.invalidCount()).containsText("3");

            addTheFirst(olivia);
            assertThat(grid.status()).hasText("Committed");
            assertThat(olivia.page().getByTestId("report-added")).hasText("58 devices added");
            olivia.page().getByTestId("rest").click();
            assertThat(grid.rowCount()).hasText("2");
        }
    }

    @Test
    void whatAnotherWindowHasChangedIsNotDeletedUnseen() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.withFaults("windows.csv", "35912", 60));
            Portal another = olivia.another();
            another.page().navigate(page.url());
            page.getByTestId("delete-invalid").click();
            assertThat(page.getByTestId("delete-invalid-facts")).containsText("3 invalid rows");
            GridPage other = new GridPage(another);
            other.mend(4, "deviceName", "");
            assertThat(other.invalidCount()).containsText("4");
            page.locator("#delete-invalid-confirm").click();
            assertThat(page.getByText("changed in another window").first()).isVisible();
            assertThat(grid.rowCount()).hasText("60");
        }
    }

    private static void deleteButTheFirst(Portal olivia) {
        Page page = olivia.page();
        page.getByTestId("delete-invalid").click();
        Locator facts = page.getByTestId("delete-invalid-facts");
        Locator duplicates = page.getByTestId("delete-invalid-duplicates");
        assertThat(facts).containsText("3 invalid rows");
        assertThat(facts).containsText("57 rows");
        assertThat(duplicates).hasText("2 rows are 1 pair of duplicates: both rows of each pair go.");
        page.getByTestId("delete-invalid-keep-first").check();
        assertThat(duplicates).hasText("2 rows are 1 pair of duplicates: the first of each stays.");
        assertThat(facts).containsText("2 invalid rows");
        assertThat(facts).containsText("58 rows");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("delete-invalid");
        page.locator("#delete-invalid-confirm").click();
    }

    private static void addTheFirst(Portal olivia) {
        Page page = olivia.page();
        page.getByTestId("valid-rows").click();
        Locator facts = page.getByTestId("valid-rows-facts");
        assertThat(facts).containsText("57 devices");
        assertThat(page.getByTestId("valid-rows-duplicates")).containsText("both rows of each pair go.");
        page.getByTestId("valid-rows-keep-first").check();
        assertThat(facts).containsText("58 devices");
        assertThat(facts).containsText("2 invalid rows");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("valid-rows-keep-first");
        page.locator("#valid-rows-confirm").click();
    }
}
