package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.muster.testkit.ApiClient;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Applications and their dashboards, as a manager makes and arranges them. */
class ApplicationE2E {

    private static final String SERIES = "35931";

    /** A page shows new numbers after 15 seconds. */
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    private static ApiClient first;

    @BeforeAll
    static void twoDevicesReport() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("applications.csv", SERIES, 2)));
        DemoCertificate certificate = DemoCertificate.create("Applications");
        first = certificate.device(ImportFile.imei(SERIES, 1));
        report(first, "{\"temperature\":4.5,\"lat\":48.2082,\"lon\":16.3738}");
        report(certificate.device(ImportFile.imei(SERIES, 2)), "{\"temperature\":21,\"lat\":48.3069,\"lon\":14.2858}");
    }

    private static void report(ApiClient device, String data) {
        device.post("/telemetry", "{\"data\":" + data + "}").expect(202);
    }

    @Test
    void devicesAreSelectedIntoAnApplication() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/applications.xhtml");
            page.getByTestId("create").click();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Cold chain");
            olivia.picture("application-form");
            page.locator("#save").click();
            page.waitForURL("**/organization/application.xhtml?id=*");
            assertThat(page.getByTestId("device-number")).hasText("0 devices");

            olivia.go("/organization/devices.xhtml?search=" + SERIES);
            page.getByTestId("select-page").check();
            page.locator("[data-act=ADD]").click();
            olivia.awaitDialog("act");
            page.locator("#act-application").selectOption("Cold chain");
            page.getByTestId("act-start").click();
            assertThat(page.getByTestId("acting-state")).hasText("2 devices added.");
            page.getByTestId("acting-close").click();

            olivia.go("/organization/applications.xhtml");
            page.locator("#applications_data").getByText("Cold chain").click();
            page.waitForURL("**/organization/application.xhtml?id=*");
            assertThat(page.getByTestId("device-number")).hasText("2 devices");
            page.getByTestId("open-devices").click();
            assertThat(page.getByTestId("found")).hasText("2 devices");
            assertThat(page.getByTestId("chip")).containsText("Cold chain");
        }
    }

    @Test
    void aSearchBecomesTheRuleOfAnApplication() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/devices.xhtml?search=" + SERIES);
            page.getByTestId("as-application").click();
            page.waitForURL("**/organization/application-form.xhtml?*");
            assertThat(page.getByTestId("matching")).hasText("2 devices match the rule now.");
            page.locator("#rule-state").selectOption("INVALIDATED");
            assertThat(page.getByTestId("matching")).hasText("0 devices match the rule now.");
            page.locator("#rule-state").selectOption("");
            assertThat(page.getByTestId("matching")).hasText("2 devices match the rule now.");
            assertThat(olivia.seriousViolations()).isEmpty();
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("By rule");
            page.locator("#save").click();
            page.waitForURL("**/organization/application.xhtml?id=*");
            assertThat(page.getByTestId("device-number")).hasText("2 devices");
            page.getByTestId("delete").click();
            olivia.awaitDialog("remove");
            page.locator("#remove-confirm").click();
            page.waitForURL("**/organization/applications.xhtml");
            assertThat(page.locator("#applications_data").getByText("By rule")).hasCount(0);
        }
    }

    @Test
    void aDashboardIsArrangedByTheKeyboardAndIsLive() throws Exception {
        DemoApplication application = DemoApplication.create("Keyboard");
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go(application.path());
            Locator widgets = page.locator(".widget-title");
            assertThat(widgets).hasCount(6);
            assertThat(widgets.nth(0)).hasText("All devices");
            page.locator("[data-move-widget][data-to=later]").first().press("Enter");
            assertThat(widgets.nth(1)).hasText("All devices");
            assertThat(page.locator("[data-move-widget][data-to=later]").nth(1)).isFocused();

            olivia.tabTo("[data-testid=add-widget]");
            page.keyboard().press("Enter");
            olivia.awaitDialog("widget");
            page.getByTestId("widget-kind").selectOption("COUNT");
            olivia.awaitAjax();
            page.locator("#widget-title").fill("Typed title");
            page.locator("#widget-title").press("Enter");
            assertThat(widgets.nth(6)).hasText("Typed title");

            page.locator("[data-remove-widget]").nth(6).press("Enter");
            assertThat(widgets).hasCount(6);
            assertThat(page.getByTestId("undo-widget")).isFocused();
            page.keyboard().press("Enter");
            assertThat(widgets.nth(6)).hasText("Typed title");
            assertThat(olivia.violations()).isEmpty();

            Locator values = page.getByTestId("widget-values");
            assertThat(values).containsText("21");
            report(first, "{\"temperature\":77.25}");
            assertThat(values).containsText("77.25", SOON);
        }
    }

    @Test
    void aWidgetIsDraggedOntoAnotherAndTheDashboardIsShared() throws Exception {
        DemoApplication application = DemoApplication.create("Dragged");
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go(application.path());
            Locator widgets = page.locator(".widget-title");
            assertThat(page.getByTestId("widget-map").locator("circle")).not().hasCount(0);
            widgets.nth(0).dragTo(widgets.nth(2));
            assertThat(widgets.nth(2)).hasText("All devices");
            assertThat(widgets.nth(0)).hasText("Last values of temperature");

            page.getByTestId("make-private").click();
            assertThat(page.getByTestId("sharing")).hasText("Only you see this dashboard.");
            page.getByTestId("share").click();
            assertThat(page.getByTestId("make-private")).isVisible();
            page.reload();
            assertThat(widgets.nth(0)).hasText("Last values of temperature");
            PageWidths.assertEach(olivia, "application");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.setViewportSize(1440, 1400);
            olivia.picture("application-dark");
        }
    }
}
