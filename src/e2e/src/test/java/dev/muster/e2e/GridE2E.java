package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mending a file in the grid. */
class GridE2E {

    private static final String COLUMN = "uniqueIdentifier";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void invalidCellsAreShownCountedAndMended() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = upload(olivia, ImportFile.withFaults("faults.csv", "35202", 60), "faults");

            assertThat(grid.rowCount()).hasText("60");
            assertThat(grid.invalidCount()).containsText("3");
            assertThat(grid.validity()).hasAttribute("data-valid", "false");
            assertThat(grid.commit()).isDisabled();
            assertThat(olivia.page().getByTestId("commit-reason")).hasText("Not yet: 3 cells are invalid.");
            assertThat(grid.cell(3, COLUMN)).hasAttribute("aria-invalid", "true");
            grid.cell(3, COLUMN).hover();
            assertThat(grid.tip(3, COLUMN)).containsText("last digit");
            assertThat(grid.cell(3, COLUMN)).hasAccessibleDescription(Pattern.compile(".*last digit.*"));
            grid.invalidCount().hover();
            assertThat(grid.invalidPages()).containsText("1–2");
            assertThat(grid.pageLink(2)).hasClass(Pattern.compile(".*invalid.*"));
            assertThat(grid.pageLink(3)).not().hasClass(Pattern.compile(".*invalid.*"));
            olivia.picture("grid");
            assertThat(olivia.seriousViolations()).isEmpty();

            grid.mend(3, COLUMN, ImportFile.imei("35202", 3));
            assertThat(grid.invalidCount()).containsText("2");
            assertThat(grid.cell(3, COLUMN)).hasAttribute("aria-invalid", "false");
            assertThat(grid.pageLink(1)).not().hasClass(Pattern.compile(".*invalid.*"));

            grid.goToPage(2);
            grid.delete(40);
            assertThat(grid.validity()).hasAttribute("data-valid", "true");
            assertThat(grid.rowCount()).hasText("59");
            assertThat(grid.cell(30, COLUMN)).hasAttribute("aria-invalid", "false");
            assertThat(grid.commit()).containsText("59");
            grid.commit().click();
            assertThat(olivia.page().getByTestId("import-status")).hasText("Committed");
        }
    }

    @Test
    void aRefusedFileSaysTheLineAndLosesNothing() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            ImportsPage imports = new ImportsPage(olivia).open().openForm();
            imports.choose("acme", "Acme Trackers", ImportFile.write("unclosed.csv", "\"350000000000000,a,STANDALONE"));

            assertThat(imports.refusal()).contains("2");
            assertThat(olivia.page().locator("#upload")).isVisible();
            olivia.picture("import-refused");
        }
    }

    @Test
    void rowsAreSearchedAndOrdered() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = upload(olivia, ImportFile.withFaults("order.csv", "35212", 60), "order");
            grid.sort("deviceName").click();
            assertThat(grid.ordered("deviceName")).hasAttribute("aria-sort", "ascending");
            assertThat(grid.sort("deviceName")).isFocused();
            assertThat(grid.cell(10, "deviceName")).isVisible();
            assertThat(grid.cell(9, "deviceName")).hasCount(0);
            assertThat(grid.invalidPages()).hasCount(0);
            assertThat(grid.invalidCount()).containsText("3");
            assertThat(olivia.seriousViolations()).isEmpty();
            grid.sort("deviceName").click();
            assertThat(grid.ordered("deviceName")).hasAttribute("aria-sort", "descending");
            assertThat(grid.cell(9, "deviceName")).isVisible();

            grid.search().fill("-40");
            assertThat(grid.cell(40, COLUMN)).isVisible();
            assertThat(grid.cell(9, COLUMN)).hasCount(0);
            assertThat(grid.search()).isFocused();
            olivia.page().getByTestId("next-invalid").click();
            assertThat(grid.cell(40, COLUMN)).isFocused();
            olivia.page().keyboard().press("F8");
            assertThat(grid.cell(3, COLUMN)).isFocused();
            assertThat(grid.search()).hasValue("");
            assertThat(grid.ordered("row")).hasAttribute("aria-sort", "ascending");
        }
    }

    @Test
    void invalidRowsAloneAreShownAndTheJumpGoesFromPageToPage() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = upload(olivia, ImportFile.withFaults("invalid.csv", "35222", 60), "invalid");
            olivia.page().getByTestId("invalid-only").check();
            assertThat(grid.cell(1, COLUMN)).hasCount(0);
            assertThat(grid.cell(3, COLUMN)).isVisible();
            assertThat(grid.cell(30, COLUMN)).isVisible();
            olivia.page().getByTestId("invalid-only").uncheck();
            assertThat(grid.cell(1, COLUMN)).isVisible();

            grid.invalidCount().click();
            assertThat(grid.cell(3, COLUMN)).isFocused();
            grid.invalidCount().click();
            assertThat(grid.cell(30, COLUMN)).isFocused();
            grid.invalidCount().click();
            assertThat(grid.cell(40, COLUMN)).isFocused();
            grid.invalidCount().click();
            assertThat(grid.cell(3, COLUMN)).isFocused();
        }
    }

    private static GridPage upload(Portal portal, Path file, String name) {
        GridPage grid = new ImportsPage(portal).upload(file);
        assertThat(portal.page().getByTestId("file-name")).hasText(name + ".csv");
        return grid;
    }
}
