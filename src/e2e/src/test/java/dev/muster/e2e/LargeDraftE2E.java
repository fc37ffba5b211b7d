package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One draft of 100,000 rows from its file to its devices, step by step, because it is read only once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeDraftE2E {

    private static final String SERIES = "35404";
    private static final String COLUMN = "uniqueIdentifier";
    private static final Pattern INVALID_PAGE = Pattern.compile(".*invalid-page.*");
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(240_000);

    private static Portal olivia;
    private static GridPage grid;

    @BeforeAll
    static void importOnce() throws IOException {
        Chromium.require();
        olivia = Portal.of("olivia");
        grid = new ImportsPage(olivia).upload(ImportFile.large("large.csv", SERIES, 100_000));
    }

    @AfterAll
    static void close() {
        if (olivia != null) {
            olivia.close();
        }
    }

    @Test
    @Order(1)
    void itIsCountedAndTheInvalidPagesAreTold() {
        assertThat(grid.status()).hasText("Draft", PATIENTLY);
        assertThat(grid.rowCount()).hasText("100,000");
        assertThat(grid.invalidCount()).containsText("5");
        grid.invalidCount().hover();
        assertThat(grid.invalidPages()).containsText("37, 80, 120, 2000, 2401");
        assertThat(grid.pageLink(1)).not().hasClass(INVALID_PAGE);
        assertThat(grid.commit()).isDisabled();
    }

    @Test
    @Order(2)
    void mendingTheCellOnPage37ChangesCountTipAndLink() {
        grid.jumpToPage(36);
        assertThat(grid.pageLink(37)).hasClass(INVALID_PAGE);
        assertThat(grid.pageLink(37)).hasAttribute("title", "This page has invalid cells");
        assertThat(grid.pageLink(38)).not().hasClass(INVALID_PAGE);
        grid.goToPage(37);
        assertThat(grid.cell(905, COLUMN)).hasAttribute("aria-invalid", "true");
        olivia.picture("grid-page-37");
        assertThat(olivia.seriousViolations()).isEmpty();

        grid.mend(905, COLUMN, ImportFile.imei(SERIES, 905));

        assertThat(grid.invalidCount()).containsText("4");
        assertThat(grid.cell(905, COLUMN)).hasAttribute("aria-invalid", "false");
        assertThat(grid.pageLink(37)).not().hasClass(INVALID_PAGE);
        grid.invalidCount().hover();
        assertThat(grid.invalidPages()).containsText("80, 120, 2000, 2401");
        assertThat(grid.invalidPages()).not().containsText("37");
    }

    @Test
    @Order(3)
    void aDeletedRowComesBackByUndo() {
        grid.jumpToPage(2401);
        assertThat(grid.cell(60_001, "deviceName")).hasAttribute("aria-invalid", "true");

        grid.delete(60_001);
        assertThat(grid.rowCount()).hasText("99,999");
        assertThat(grid.invalidCount()).containsText("3");
        assertThat(grid.cell(60_001, "deviceName")).hasCount(0);

        assertThat(grid.undo()).containsText("the deletion of row 60001");
        grid.undo().click();
        assertThat(grid.rowCount()).hasText("100,000");
        assertThat(grid.invalidCount()).containsText("4");
        assertThat(grid.cell(60_001, "deviceName")).hasAttribute("aria-invalid", "true");
        assertThat(grid.undo()).containsText("the change of row");
    }

    @Test
    @Order(4)
    void severalRowsAreDeletedAtOnce() {
        grid.select(60_001);
        grid.selectUntil(60_003);
        assertThat(grid.selection()).containsText("3 rows selected");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.page().getByTestId("delete-selected").click();
        assertThat(grid.confirmation()).containsText("60001, 60002, 60003");
        assertThat(olivia.seriousViolations()).isEmpty();
        grid.confirm();

        assertThat(grid.rowCount()).hasText("99,997");
        assertThat(grid.invalidCount()).containsText("3");
        assertThat(grid.selection()).isHidden();
    }

    @Test
    @Order(5)
    void oneRepairMendsAllCellsWithItsFault() {
        Page page = olivia.page();
        grid.jumpToPage(80);
        grid.cell(2_000, "deviceType").focus();
        assertThat(grid.tip(2_000, "deviceType")).isVisible();
        assertThat(grid.tip(2_000, "deviceType")).containsText("Write as STANDALONE");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("grid-repair");
        grid.tip(2_000, "deviceType").getByTestId("repair-all").click();
        olivia.awaitDialog("fault");
        assertThat(page.getByTestId("fault-what")).hasText("3 cells of deviceType: The device type is not known.");
        assertThat(page.getByTestId("fault-yes")).hasText("Change 3 cells");
        assertThat(olivia.seriousViolations()).isEmpty();
        page.getByTestId("fault-yes").click();

        assertThat(page.getByText("3 cells corrected.").first()).isVisible();
        assertThat(grid.cell(2_000, "deviceType")).hasValue("STANDALONE");
        assertThat(grid.validity()).hasAttribute("data-valid", "true");
        assertThat(grid.invalidCount()).isHidden();
        assertThat(grid.pageLink(80)).not().hasClass(INVALID_PAGE);
    }

    @Test
    @Order(6)
    void okAddsAsManyAsItSays() {
        assertThat(grid.commit()).containsText("99,997");
        grid.commit().click();

        assertThat(grid.status()).hasText("Committed", PATIENTLY);
        assertThat(olivia.page().getByTestId("report-added")).hasText("99,997 devices added");
        assertThat(olivia.page().getByText("added. Each will appear").count())
                .as("told once")
                .isLessThanOrEqualTo(1);
        olivia.picture("import-committed");
        assertThat(olivia.seriousViolations()).isEmpty();
    }
}
