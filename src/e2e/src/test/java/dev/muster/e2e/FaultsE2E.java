package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The panel of faults: a file with 741 faults of eight kinds becomes devices in few steps. */
class FaultsE2E {

    private static final int ROWS = Integer.getInteger("muster.e2e.rows-with-faults", 3_000);

    private static final int MOST_ACTIONS = 25;

    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(TimeUnit.MINUTES.toMillis(4));

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(TimeUnit.MINUTES.toMillis(1));

    private Actions actions;

    private Page page;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void aFileWith741FaultsIsMendedAndCommittedInFewActions() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            page = olivia.page();
            ImportsPage imports = new ImportsPage(olivia).open();
            actions = new Actions();
            GridPage grid = imports.upload(actions, FaultyFile.write("741-faults.csv", "35414", ROWS));
            assertThat(grid.status()).hasText("Draft", PATIENTLY);
            assertThat(grid.invalidCount()).containsText("741", SOON);
            assertThat(page.getByTestId("fault")).hasCount(8);
            assertThat(grid.commit()).isDisabled();
            olivia.picture("grid-faults");
            assertThat(olivia.seriousViolations()).isEmpty();

            mendAll(olivia, grid);

            assertThat(grid.validity()).hasAttribute("data-valid", "true");
            assertThat(page.getByTestId("faults")).isHidden();
            String added = String.format(Locale.ROOT, "%,d devices", ROWS - FaultyFile.REPEATED);
            assertThat(grid.commit()).containsText(added);
            actions.click(grid.commit());
            assertThat(grid.status()).hasText("Committed", PATIENTLY);
            assertThat(page.getByTestId("report-added")).hasText(added + " added");
            actions.finish("repair and commit %d rows with 741 faults".formatted(ROWS), MOST_ACTIONS);
        }
    }

    private void mendAll(Portal olivia, GridPage grid) {
        mend("uniqueIdentifier:lookalike", "Change 61 cells", grid, 680);
        mend("uniqueIdentifier:scheme-mismatch", "Change 120 cells", grid, 560);
        mend("uniqueIdentifier:check-digit", "Change 150 cells", grid, 410);
        ask("uniqueIdentifier:duplicate-in-file");
        olivia.picture("grid-fault-duplicates");
        assertThat(olivia.seriousViolations()).isEmpty();
        confirm("Delete 40 rows", grid, 330);
        mend("deviceName:blank", "Change 100 cells", grid, 230);
        mend("deviceName:name-duplicate-in-file", "Change 90 cells", grid, 140);
        ask("deviceType:unknown-type");
        assertThat(page.getByTestId("examples").first()).containsText("Standalon");
        olivia.picture("grid-fault-types");
        confirm("Change 90 cells", grid, 50);
        ask("deviceType:blank");
        assertThat(page.getByTestId("fault-yes")).isDisabled();
        actions.choose(page.locator("#fault-value"), "STANDALONE");
        confirm("Change 50 cells", grid, 0);
    }

    private void mend(String fault, String button, GridPage grid, int left) {
        ask(fault);
        confirm(button, grid, left);
    }

    private void ask(String fault) {
        actions.click(page.locator("[data-ask-fault='" + fault + "']"));
        assertThat(page.locator("#fault")).isVisible();
    }

    private void confirm(String button, GridPage grid, int left) {
        assertThat(page.getByTestId("fault-yes")).hasText(button);
        actions.click(page.getByTestId("fault-yes"));
        if (left == 0) {
            assertThat(grid.invalidCount()).isHidden();
        } else {
            assertThat(grid.invalidCount()).containsText(left + " invalid", SOON);
        }
    }
}
