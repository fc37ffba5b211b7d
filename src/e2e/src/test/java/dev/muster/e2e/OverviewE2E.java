package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each role begins with a page that says how things are, and leads to where something is to be done. */
class OverviewE2E {

    private static final String SERIES = "35717";

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(40_000);

    /** The colors of an axis: of its numbers, its lines and its border. */
    private static final String AXIS =
            "() => { const y = Chart.getChart(document.querySelector('[data-testid=chart-joins-day] canvas')).options.scales.y;"
                    + " return [y.ticks.color, y.grid.color, y.border.color].join(); }";

    private static DemoCertificate certificate;

    /** Two of five have joined, and one was refused; a draft is not finished. */
    @BeforeAll
    static void aFleetBegins() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("overview.csv", SERIES, 5)));
        DemoApi.upload(Files.readString(ImportFile.sound("not-finished.csv", "35727", 2)));
        certificate = DemoCertificate.create("Overview line", "\"validityDays\":20");
        assertThat(certificate.provision(certificate.accessToken(), imei(1)).output())
                .contains(": 201 ", "telemetry: 202");
        assertThat(certificate.provision(certificate.accessToken(), imei(2)).output())
                .contains(": 201 ");
        DemoCertificate refused = DemoCertificate.create("Overview refused", "\"maxDevices\":1");
        assertThat(refused.provision(refused.accessToken(), imei(3)).output()).contains(": 201 ");
        assertThat(refused.provision(refused.accessToken(), imei(4)).output()).contains("budget-exhausted");
    }

    @Test
    void theOrganizationsPageLeadsToWhatIsToBeDoneAndFollowsTheFleet() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.waitForURL("**/organization/overview.xhtml");
            Locator newest = page.getByTestId("joined-of").first();
            assertThat(newest).hasText("3 of 5 joined");
            assertThat(page.getByTestId("attention-refused-budget-exhausted")).containsText("Device limit reached");
            assertThat(page.getByTestId("attention-draft").first()).containsText("is not finished");
            assertThat(page.getByTestId("chart-joins-day").locator("canvas")).isVisible();
            PageWidths.assertEach(olivia, "overview");
            page.getByTestId("chart-joins-day").locator("summary").click();
            assertThat(page.getByTestId("chart-joins-day").locator("td").first())
                    .isVisible();
            assertThat(olivia.seriousViolations()).isEmpty();

            page.evaluate("() => { window.isSamePage = true; }");
            assertThat(certificate.provision(certificate.accessToken(), imei(5)).output())
                    .contains(": 201 ");
            assertThat(newest).containsText("4 of 5 joined", SOON);
            assertThat(page.evaluate("() => window.isSamePage")).isEqualTo(true);
            assertTilesOpenTheirLists(olivia);
        }
    }

    @Test
    void chartsHaveTheTimesOfTheUsersClock() throws IOException {
        try (Portal olivia = Portal.inZone("olivia", "Asia/Tokyo")) {
            Page page = olivia.page();
            page.waitForURL("**/organization/overview.xhtml");
            Locator chart = page.getByTestId("chart-joins-day");
            assertThat(chart.locator("canvas")).isVisible();
            // "2026-12-31 14:00" of the server and "23:00" of the chart
            Object last = chart.locator("canvas")
                    .evaluate(
                            "canvas => Chart.getChart(canvas).data.utc.at(-1) + ' ' + Chart.getChart(canvas).data.labels.at(-1)");
            String[] times = last.toString().split(" ");
            assertThat(LocalTime.parse(times[1]).plusHours(9)).isEqualTo(LocalTime.parse(times[2]));
            assertThat(page.evaluate("written => Muster.timeLines(written).join('|')", "2026-12-31 14:05"))
                    .isEqualTo("31 Dec 2026, 23:05 here|31 Dec 2026, 14:05 UTC");
            chart.locator("summary").click();
            assertThat(chart.locator("tbody .time").first())
                    .hasAttribute("title", Pattern.compile("\\d+ \\S+ \\d+, \\S+ here, \\d+ \\S+ \\d+, \\S+ UTC"));
        }
    }

    @Test
    void chartsFollowTheColorsOfThePage() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.waitForURL("**/organization/overview.xhtml");
            assertThat(page.getByTestId("chart-joins-day").locator("canvas")).isVisible();
            Object light = page.evaluate(AXIS);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.waitForFunction("light => (" + AXIS + ")() !== light", light);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.waitForFunction("light => (" + AXIS + ")() === light", light);
        }
    }

    private static void assertTilesOpenTheirLists(Portal olivia) {
        Page page = olivia.page();
        page.getByTestId("tile-expected").click();
        page.locator("#text").fill(imei(4).substring(0, 14));
        page.locator("#find").click();
        assertThat(page.locator("#expected_data > tr[data-ri]")).hasCount(1);
        assertThat(page.locator("#expected_data")).containsText(imei(4));
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("expected");
        page.getByTestId("device-manager").click();
        page.locator("nav.sub-areas").getByText("Provisioning").click();
        page.waitForURL("**/organization/imports.xhtml");
        page.locator("nav.areas").getByText("Overview").click();
        page.getByTestId("attention-refused-budget-exhausted")
                .getByText("See the attempts")
                .click();
        assertThat(page.locator("#outcome")).hasValue("budget-exhausted");
        assertThat(page.locator("#attempts_data")).containsText(imei(4));
    }

    @Test
    void theManufacturersPageSaysHowItsCertificatesAreUsed() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            page.waitForURL("**/manufacturer/overview.xhtml");
            assertThat(page.getByTestId("attention-certificate-expires").first())
                    .isVisible();
            assertThat(page.getByTestId("chart-proofs-day").locator("canvas")).isVisible();
            PageWidths.assertEach(marco, "overview-manufacturer");
            page.getByTestId("attention")
                    .getByText("Certificate “Overview line” expires soon")
                    .locator("xpath=ancestor::li")
                    .getByText("See the certificate")
                    .click();
            assertThat(page.locator("h1")).hasText("Overview line");
        }
    }

    @Test
    void theAdministratorsPageSaysHowThePlatformIs() throws Exception {
        try (Portal admin = Portal.of("admin")) {
            Page page = admin.page();
            page.waitForURL("**/administration/overview.xhtml");
            assertThat(page.getByTestId("database")).containsText("Answers");
            assertThat(page.getByTestId("versions")).containsText("H2");
            assertThat(page.getByTestId("versions")).containsText("Payara");
            PageWidths.assertEach(admin, "overview-administrator");
            page.getByTestId("tile-users").click();
            page.waitForURL("**/administration/users.xhtml");
        }
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
