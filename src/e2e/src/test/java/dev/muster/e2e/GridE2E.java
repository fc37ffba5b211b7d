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
            assertThat(grid.commit()).isHidden();
            assertThat(grid.cell(3, COLUMN)).hasAttribute("aria-invalid", "true");
            assertThat(grid.cell(3, COLUMN)).hasAttribute("title", Pattern.compile(".*last digit.*"));
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
    void whatTheFileSaysIsInert() throws IOException {
        String hostile = "\"<img src=x onerror=window.hacked=1>\",\"<script>window.hacked=1</script>\",\"=cmd()\"";
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = upload(olivia, ImportFile.write("hostile.csv", hostile), "hostile");

            assertThat(grid.cell(1, "deviceName")).hasValue("<script>window.hacked=1</script>");
            grid.cell(1, COLUMN).hover();
            grid.mend(1, COLUMN, "\"><svg onload=window.hacked=1>");
            assertThat(grid.cell(1, COLUMN)).hasValue("\"><svg onload=window.hacked=1>");
            assertThat(olivia.page().evaluate("typeof window.hacked")).isEqualTo("undefined");
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
    void twoWindowsOnOneDraftDoNotOverwriteEachOther() throws IOException {
        try (Portal first = Portal.of("olivia");
                Portal second = Portal.of("olivia")) {
            GridPage grid = upload(first, ImportFile.sound("windows.csv", "35303", 3), "windows");
            second.page().navigate(first.page().url());
            GridPage later = new GridPage(second);
            assertThat(later.rowCount()).hasText("3");

            grid.mend(1, "deviceName", "named in the first window");
            assertThat(first.page().locator("[data-version-of='1']")).hasAttribute("data-version", "1");
            later.mend(1, "deviceName", "named in the second window");

            assertThat(second.page().getByText("changed in another window").first())
                    .isVisible();
            first.page().reload();
            assertThat(grid.cell(1, "deviceName")).hasValue("named in the first window");
        }
    }

    private static GridPage upload(Portal portal, Path file, String name) {
        ImportsPage imports = new ImportsPage(portal).open().openForm();
        imports.choose("acme", "Acme Trackers", file);
        GridPage grid = imports.start();
        assertThat(portal.page().getByTestId("file-name")).hasText(name + ".csv");
        return grid;
    }
}
