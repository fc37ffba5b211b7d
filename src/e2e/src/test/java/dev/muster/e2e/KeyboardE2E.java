package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The grid by the keyboard alone, from the first invalid cell to the commit. */
class KeyboardE2E {

    private static final String SERIES = "35808";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void aDraftIsMendedAndCommittedWithoutAMouse() throws IOException {
        String lines = IntStream.rangeClosed(1, 40).mapToObj(KeyboardE2E::line).collect(Collectors.joining("\n"));
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.write("keyboard.csv", lines));
            assertThat(grid.invalidCount()).containsText("3");

            type(olivia, grid);
            repair(olivia, grid);
            delete(olivia, grid);
            commit(olivia, grid);
        }
    }

    private static String line(int row) {
        String imei = ImportFile.imei(SERIES, row);
        return (row == 4 ? ImportFile.wrong(imei) : imei) + ",key-" + row + ","
                + (row == 9 ? "Standalon" : row == 33 ? "TABLET" : "STANDALONE");
    }

    private static void type(Portal olivia, GridPage grid) {
        Keyboard keys = olivia.page().keyboard();
        keys.press("F8");
        assertThat(grid.cell(4, "uniqueIdentifier")).isFocused();
        assertThat(grid.tip(4, "uniqueIdentifier")).isVisible();
        keys.type(ImportFile.imei(SERIES, 4));
        keys.press("Enter");
        assertThat(grid.invalidCount()).containsText("2");
        assertThat(grid.cell(5, "uniqueIdentifier")).isFocused();
    }

    private static void repair(Portal olivia, GridPage grid) {
        Keyboard keys = olivia.page().keyboard();
        keys.press("F8");
        assertThat(grid.cell(9, "deviceType")).isFocused();
        olivia.tabTo("[data-testid=repair]");
        keys.press("Enter");
        assertThat(grid.invalidCount()).containsText("1");
        assertThat(grid.cell(9, "deviceType")).hasValue("STANDALONE");
        assertThat(grid.cell(9, "deviceType")).isFocused();
    }

    private static void delete(Portal olivia, GridPage grid) {
        Keyboard keys = olivia.page().keyboard();
        keys.press("F8");
        assertThat(grid.cell(33, "deviceType")).isFocused();
        deleteRow(olivia, grid, 33);
        assertThat(grid.rowCount()).hasText("39");
        deleteRow(olivia, grid, 34);
        assertThat(grid.rowCount()).hasText("38");

        assertThat(olivia.page().locator("#grid .cell:focus")).hasCount(1);
        keys.press("Control+z");
        assertThat(grid.rowCount()).hasText("39");
        keys.press("Control+z");
        assertThat(grid.rowCount()).hasText("40");
        assertThat(grid.invalidCount()).containsText("1");
        olivia.tabTo("[data-select='33']");
        keys.press("Space");
        olivia.tabTo("#delete-selected");
        keys.press("Enter");
        assertThat(grid.confirmation()).isVisible();
        olivia.tabTo("#confirm-yes");
        keys.press("Enter");
        assertThat(grid.validity()).hasAttribute("data-valid", "true");
    }

    private static void deleteRow(Portal olivia, GridPage grid, int row) {
        olivia.tabTo("[data-delete-row='" + row + "']");
        olivia.page().keyboard().press("Enter");
        assertThat(grid.confirmation()).isVisible();
        olivia.tabTo("#confirm-yes");
        olivia.page().keyboard().press("Enter");
    }

    private static void commit(Portal olivia, GridPage grid) {
        olivia.tabTo("#commit");
        assertThat(grid.commit()).containsText("39");
        olivia.page().keyboard().press("Enter");
        assertThat(grid.status()).hasText("Committed");
        assertThat(olivia.seriousViolations()).isEmpty();
    }
}
