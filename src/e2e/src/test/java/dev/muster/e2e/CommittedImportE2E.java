package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a committed import by the keyboard: each step opens its list, each tab its part, and a row is deleted. */
class CommittedImportE2E {

    private static final String SERIES = "37160";

    private static final String UNUSED = "37170";

    private static final int DEVICES = 30;

    private static String importId;

    /** The first has joined and reported, the second was refused. */
    @BeforeAll
    static void anImportIsUnderWay() throws Exception {
        Chromium.require();
        importId = DemoApi.enroll(Files.readString(ImportFile.sound("under-way.csv", SERIES, DEVICES)));
        DemoCertificate certificate = DemoCertificate.create("Under way line", "\"maxDevices\":1");
        assertThat(certificate.provision(certificate.accessToken(), imei(1)).output())
                .contains(": 201 ", "telemetry: 202");
        assertThat(certificate.provision(certificate.accessToken(), imei(2)).output())
                .contains("budget-exhausted");
    }

    @Test
    void eachStepOpensItsList() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            open(olivia, "");
            assertThat(page.locator("#stuck-title")).hasText("Attempted and refused: 1 device");
            assertStep(olivia, "imported", "No attempt yet: 28 devices");
            assertThat(page.locator("#stuck_data > tr[data-ri]")).hasCount(10);
            assertStep(olivia, "attempted", "Attempted and refused: 1 device");
            assertThat(page.locator("#stuck_data")).containsText(imei(2));
            assertStep(olivia, "provisioned", "Joined, no telemetry yet: 0 devices");
            assertThat(page.getByTestId("stuck")).containsText("No devices");
            assertStep(olivia, "reporting", "Telemetry received: 1 device");
            assertThat(page.locator("#stuck_data")).containsText(imei(1));
            page.goBack();
            assertThat(page.locator("#stuck-title")).hasText("Joined, no telemetry yet: 0 devices");
        }
    }

    private static void assertStep(Portal olivia, String step, String title) {
        press(olivia, "step-" + step);
        Page page = olivia.page();
        assertThat(page).hasURL(Pattern.compile(".*step=" + step + ".*"));
        assertThat(page.locator("#stuck-title")).hasText(title);
        assertThat(page.getByTestId("step-" + step)).hasAttribute("aria-current", "true");
        assertThat(page.locator(".funnel-step[aria-current=true]")).hasCount(1);
        assertThat(olivia.seriousViolations()).isEmpty();
    }

    @Test
    void eachTabIsAPartOfThePageAndStaysInTheAddress() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            open(olivia, "");
            assertThat(page.getByTestId("report-added")).hasText("30 devices added");
            assertTab(olivia, "settings");
            assertThat(page.getByTestId("import-policy")).isVisible();
            assertTab(olivia, "credentials");
            assertThat(page.getByTestId("rotate-all")).isVisible();
            assertTab(olivia, "rows");
            assertThat(page.getByTestId("rows")).isVisible();
            assertTab(olivia, "progress");
            assertThat(page.getByTestId("stuck")).isVisible();
        }
    }

    private static void assertTab(Portal olivia, String tab) {
        press(olivia, "tab-" + tab);
        Page page = olivia.page();
        assertThat(page).hasURL(Pattern.compile(".*tab=" + tab + ".*"));
        page.reload();
        assertThat(page.getByTestId("tab-" + tab)).hasAttribute("aria-current", "page");
        assertThat(page.locator(".tabs [aria-current=page]")).hasCount(1);
        PageWidths.assertEach(olivia, "import-" + tab);
    }

    @Test
    void aRowIsFoundAndDeletedByTheKeyboard() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            open(olivia, "&tab=rows");
            assertThat(page.getByTestId("rows-found")).containsText("30 rows");
            assertThat(rows(page)).hasCount(25);
            page.locator("#rows .ui-paginator-next").click();
            assertThat(rows(page)).hasCount(5);
            olivia.tabTo("#rows-text");
            page.keyboard().type(imei(DEVICES));
            assertThat(rows(page)).hasCount(1);
            assertThat(page.getByTestId("rows-found")).containsText("1 row");
            press(olivia, "delete-enrollment");
            olivia.awaitDialog("delete-row");
            assertThat(page.getByTestId("delete-row-facts")).containsText(imei(DEVICES));
            assertThat(page.locator("#delete-row-confirm")).isFocused();
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("import-row-delete");
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("rows")).containsText("No rows match");
            assertThat(page.getByTestId("funnel-imported")).hasText("29");
            assertThat(olivia.seriousViolations()).isEmpty();
            page.locator("#rows-text").fill(imei(1));
            assertThat(rows(page)).hasCount(1);
            assertThat(page.getByTestId("delete-enrollment")).hasCount(0);
            page.getByText("Joined", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByTestId("device-identifier")).hasText(imei(1));
        }
    }

    @Test
    void onlyAnImportThatCanBeWithdrawnOffersIt() throws IOException {
        String unused = DemoApi.enroll(Files.readString(ImportFile.sound("unused.csv", UNUSED, 2)));
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            new ImportsPage(olivia).open();
            assertThat(row(page, importId).getByTestId("joined-of")).hasText(Pattern.compile("1 of (29|30)"));
            assertThat(row(page, unused).getByTestId("joined-of")).hasText("0 of 2");
            PageWidths.assertEach(olivia, "imports");
            open(olivia, "");
            assertThat(page.getByTestId("withdraw-why")).containsText("1 device has joined.");
            assertThat(page.getByTestId("discard")).hasCount(0);
            olivia.go("/organization/import.xhtml?id=" + unused);
            assertThat(page.getByTestId("withdraw-why")).hasCount(0);
            press(olivia, "discard");
            olivia.awaitDialog("discard");
            olivia.picture("import-withdraw");
            page.keyboard().press("Enter");
            page.waitForURL("**/organization/imports.xhtml*");
            assertThat(page.getByText("The import is withdrawn").first()).isVisible();
            assertThat(row(page, unused)).hasCount(0);
        }
    }

    private static void open(Portal olivia, String query) {
        olivia.go("/organization/import.xhtml?id=" + importId + query);
    }

    private static void press(Portal olivia, String testId) {
        olivia.tabTo("[data-testid=" + testId + "]");
        olivia.page().keyboard().press("Enter");
    }

    private static Locator rows(Page page) {
        return page.locator("#rows_data > tr[data-ri]");
    }

    private static Locator row(Page page, String id) {
        return page.locator("#imports_data > tr:has(a[href*='" + id + "'])");
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
