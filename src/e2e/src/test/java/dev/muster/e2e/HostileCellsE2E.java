package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Markup, script and formulas in every place that takes text: shown as they are, and nothing more. */
class HostileCellsE2E {

    private static final String IMAGE = "<img src=x onerror=window.hacked=1>";
    private static final String SCRIPT = "</textarea><script>window.hacked=1</script>";
    private static final String VECTOR = "\"><svg onload=window.hacked=1>";
    private static final String FORMULA = "=HYPERLINK(1;2)";
    private static final String[] COLUMNS = {"uniqueIdentifier", "deviceName", "deviceType", "parentGateway"};

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void cellsAreInertWhereverTheyAreShown() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = upload(olivia);
            Page page = olivia.page();
            for (String column : COLUMNS) {
                assertThat(grid.cell(1, column)).hasValue(IMAGE);
                assertTipIsShown(grid, column);
            }
            assertInert(page);
            assertThat(page.getByTestId("file-name")).hasText(IMAGE + ".csv");

            grid.mend(1, "deviceName", VECTOR + "!");
            assertThat(grid.undo()).isVisible();
            assertThat(grid.cell(1, "deviceName")).hasValue(VECTOR + "!");
            assertInert(page);
        }
    }

    @Test
    void searchesMessagesAndDialogsAreInert() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = upload(olivia);
            Page page = olivia.page();
            grid.search().fill(VECTOR + "not there");
            assertThat(page.getByTestId("grid-empty")).containsText(VECTOR + "not there");
            assertThat(olivia.seriousViolations()).isEmpty();
            assertInert(page);
            grid.search().fill(IMAGE);
            assertThat(grid.cell(1, "deviceName")).isVisible();
            assertThat(grid.cell(2, "deviceName")).hasCount(0);

            grid.mend(1, "deviceName", IMAGE + "x".repeat(1_024));
            assertThat(page.getByText("Not saved in row 1").first()).containsText(IMAGE);
            assertInert(page);

            grid.delete(1);
            assertThat(grid.rowCount()).hasText("3");
            page.getByTestId("discard").click();
            page.locator("#discard-confirm").click();
            assertThat(page.getByTestId("import")).isVisible();
            assertInert(page);
        }
    }

    @Test
    void formulasLeaveOnlyAsText() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            upload(olivia);
            Download report = olivia.page()
                    .waitForDownload(() -> olivia.page().getByTestId("download").click());

            assertThat(report.suggestedFilename()).endsWith("-report.csv").doesNotContain("<");
            assertThat(Files.readString(report.path())).contains("'" + FORMULA).doesNotContain("," + FORMULA);
        }
    }

    private static GridPage upload(Portal portal) throws IOException {
        String lines = Stream.of(IMAGE, SCRIPT, VECTOR, FORMULA)
                .map(HostileCellsE2E::everywhere)
                .collect(Collectors.joining("\n"));
        return new ImportsPage(portal)
                .upload(ImportFile.withHeaders(
                        IMAGE + ".csv", String.join(",", COLUMNS) + ",\"" + IMAGE + "\"", lines));
    }

    private static String everywhere(String text) {
        String cell = "\"" + text.replace("\"", "\"\"") + "\"";
        return String.join(",", cell, cell, cell, cell, cell);
    }

    private static void assertTipIsShown(GridPage grid, String column) {
        for (int row = 1; row <= 4; row++) {
            grid.cell(row, column).focus();
            if (!"false".equals(grid.cell(row, column).getAttribute("aria-invalid"))) {
                assertThat(grid.tip(row, column)).isVisible();
            }
        }
    }

    private static void assertInert(Page page) {
        assertThat(page.evaluate("typeof window.hacked")).isEqualTo("undefined");
        assertThat(page.locator("img[src=x], svg[onload], body script:text('hacked')"))
                .hasCount(0);
    }
}
