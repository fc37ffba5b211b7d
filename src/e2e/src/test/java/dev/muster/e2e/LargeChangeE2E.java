package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mending very many cells: the page shows the work, and then what came of it. */
class LargeChangeE2E {

    private static final int ROWS = 60_000;

    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(TimeUnit.MINUTES.toMillis(3));

    private static final LocatorAssertions.IsVisibleOptions LATER =
            new LocatorAssertions.IsVisibleOptions().setTimeout(TimeUnit.MINUTES.toMillis(3));

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void oneRepairOfManyCellsIsWaitedForAndTakenBack() throws IOException {
        Path file = ImportFile.sound("misspelled.csv", "36040", ROWS);
        Files.writeString(file, Files.readString(file).replace(",STANDALONE", ",Standalon"));
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            GridPage grid = new ImportsPage(olivia).upload(file);
            assertThat(grid.status()).hasText("Draft", PATIENTLY);
            assertThat(grid.invalidCount()).containsText("60,000");

            grid.cell(1, "deviceType").focus();
            grid.tip(1, "deviceType").getByTestId("repair-all").click();
            olivia.awaitDialog("fault");
            assertThat(page.getByTestId("fault-yes")).hasText("Change 60,000 cells");
            page.getByTestId("fault-yes").click();

            assertThat(page.getByTestId("work-label")).hasText("The rows are being changed and checked again");
            Page beside = olivia.another().page();
            beside.navigate(page.url());
            assertThat(beside.getByTestId("work-label")).hasText("The rows are being changed and checked again");
            comesLate(page);
            olivia.picture("import-changing");
            assertThat(olivia.seriousViolations()).isEmpty();
            assertThat(done(beside)).isVisible(LATER);
            assertThat(grid.status()).hasText("Draft", PATIENTLY);
            assertThat(done(page)).isVisible();
            beside.close();
            assertThat(grid.validity()).hasAttribute("data-valid", "true");

            grid.undo().click();
            assertThat(page.getByTestId("work-label")).isVisible();
            assertThat(grid.status()).hasText("Draft", PATIENTLY);
            assertThat(grid.invalidCount()).containsText("60,000");
            page.getByTestId("discard").click();
            page.locator("#discard-confirm").click();
            assertThat(page.getByTestId("import")).isVisible();
        }
    }

    private static Locator done(Page page) {
        return page.getByText("Done: “Write the type that is meant” in 60000 rows.")
                .first();
    }

    /** So that the page that waits looks once more before it is gone. */
    private static void comesLate(Page page) {
        page.route(Pattern.compile("/organization/import\\.xhtml\\?id="), route -> {
            if (route.request().isNavigationRequest()) {
                sleep();
            }
            route.resume();
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(2500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
