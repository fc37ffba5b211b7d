package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A part of a file becomes devices, the rest stays; and the report of both can be mended and imported again. */
class ValidRowsE2E {

    private static final String SERIES = "35909";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void theValidRowsAreAddedAndTheOthersStay() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.withFaults("part.csv", SERIES, 60));
            page.getByTestId("valid-rows").click();
            assertThat(page.getByTestId("valid-rows-facts")).containsText("57 devices");
            assertThat(page.getByTestId("valid-rows-facts")).containsText("3 invalid rows");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("valid-rows");
            page.locator("#valid-rows-confirm").click();

            assertThat(grid.status()).hasText("Committed");
            assertThat(page.getByTestId("report-added")).hasText("57 devices added");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("import-report");
            Path report = report(olivia);
            assertThat(Files.readString(report)).contains(",enrolled,").contains(",invalid,uniqueIdentifier: ");

            mendTheRest(olivia, grid);
            importAgain(olivia, report);
        }
    }

    private static void mendTheRest(Portal olivia, GridPage grid) {
        olivia.page().getByTestId("rest").click();
        assertThat(grid.status()).hasText("Draft");
        assertThat(olivia.page().getByTestId("rest-of")).isVisible();
        assertThat(grid.rowCount()).hasText("3");
        assertThat(grid.invalidCount()).containsText("3");
        olivia.page().getByTestId("delete-invalid").click();
        assertThat(olivia.page().getByTestId("delete-invalid-facts")).containsText("3 invalid rows");
        olivia.page().locator("#delete-invalid-confirm").click();
        assertThat(grid.rowCount()).hasText("0");
        assertThat(olivia.page().getByTestId("grid-empty")).containsText("No rows left");
        assertThat(olivia.seriousViolations()).isEmpty();
    }

    /** Three rows are left in it: those that the report does not call enrolled. */
    private static void importAgain(Portal olivia, Path report) {
        GridPage grid = new ImportsPage(olivia).upload(report);
        assertThat(grid.rowCount()).hasText("3");
        assertThat(olivia.page().getByTestId("warnings")).containsText("57");
    }

    private static Path report(Portal olivia) throws IOException {
        Download download = olivia.page()
                .waitForDownload(() -> olivia.page().getByTestId("download").click());
        assertThat(download.suggestedFilename()).isEqualTo("part-report.csv");
        Path file = Path.of(System.getProperty("muster.e2e.directory"), "files", "part-report.csv");
        download.saveAs(file);
        return file;
    }
}
