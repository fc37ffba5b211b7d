package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of devices as a manager works with it: finds while typing, keeps it in the address, and changes many at once. */
class DeviceListE2E {

    private static final String SERIES = "36140";

    private static final int DEVICES = 6;

    private static DemoCertificate certificate;

    private static String importId;

    @BeforeAll
    static void sixDevicesJoin() throws Exception {
        Chromium.require();
        importId = DemoApi.enroll(Files.readString(ImportFile.sound("device-list.csv", SERIES, DEVICES)));
        certificate = DemoCertificate.create("Device list line");
        join();
    }

    private static void join() throws IOException {
        for (int number = 1; number <= DEVICES; number++) {
            assertThat(certificate
                            .provision(certificate.accessToken(), imei(number))
                            .output())
                    .contains(": 201 ");
        }
    }

    @Test
    void theListFollowsWhatIsTypedAndTheAddressFollowsTheList() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            olivia.go("/organization/devices.xhtml?import=" + importId);
            assertThat(rows(page)).hasCount(DEVICES);
            assertThat(page.getByTestId("found")).hasText("6 devices");
            page.locator("#text").pressSequentially(imei(3).substring(0, 14));
            assertThat(rows(page)).hasCount(1);
            assertThat(page).hasURL(Pattern.compile(".*search=" + imei(3).substring(0, 14) + "&import=.*"));
            assertThat(page.getByTestId("chip")).hasCount(2);
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("devices-search");
            page.getByTestId("chip").filter(containing("Contains")).click();
            assertThat(rows(page)).hasCount(DEVICES);
            assertThat(page.locator("#text")).hasValue("");

            page.locator("#state").selectOption("INVALIDATED");
            assertThat(page.getByTestId("devices")).containsText("No devices match");
            assertThat(olivia.seriousViolations()).isEmpty();
            page.goBack();
            assertThat(rows(page)).hasCount(DEVICES);
            assertThat(page.locator("#state")).hasValue("");

            page.getByTestId("sort-name").click();
            assertThat(page.locator("th[aria-sort=ascending]")).containsText("Name");
            assertThat(rows(page).first()).containsText(imei(1));
            page.getByTestId("sort-name").click();
            assertThat(rows(page).first()).containsText(imei(DEVICES));
            page.reload();
            assertThat(page.locator("th[aria-sort=descending]")).containsText("Name");
            assertThat(rows(page).first()).containsText(imei(DEVICES));
            page.getByTestId("clear").click();
            assertThat(page).hasURL(Pattern.compile(".*/devices\\.xhtml\\?sort=-name"));
        }
    }

    @Test
    void whatIsFoundIsChangedAtOnce() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            olivia.go("/organization/devices.xhtml?import=" + importId + "&sort=name");
            page.getByTestId("select").nth(0).check();
            page.getByTestId("select").nth(1).check();
            assertThat(page.getByTestId("selection")).containsText("2 devices selected");
            act(page, "SUSPEND");
            assertThat(page.getByTestId("act-question")).hasText("2 devices, as you have selected.");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("devices-suspend");
            page.getByTestId("act-start").click();
            assertThat(page.getByTestId("acting-state")).hasText("2 devices suspended.");
            assertThat(olivia.seriousViolations()).isEmpty();
            page.getByTestId("acting-close").click();
            assertThat(page.getByTestId("selection")).isHidden();
            assertThat(rows(page).first()).containsText("credentials suspended");

            page.locator("#state").selectOption("SUSPENDED");
            assertThat(rows(page)).hasCount(2);
            page.getByTestId("select-page").check();
            page.locator("#state").selectOption("");
            assertThat(page.getByTestId("selection")).isHidden();
            assertThat(rows(page)).hasCount(DEVICES);
            page.getByTestId("select").nth(0).check();
            page.getByTestId("select-found").click();
            assertThat(page.getByTestId("selection")).containsText("All 6 that were found are selected");
            olivia.picture("devices-selected");
            act(page, "RESUME");
            page.getByTestId("act-start").click();
            assertThat(page.getByTestId("acting-state")).hasText("6 devices resumed.");
            page.getByTestId("acting-close").click();
            rotateAndDelete(olivia);
        }
    }

    private static void rotateAndDelete(Portal olivia) throws IOException {
        Page page = olivia.page();
        page.getByTestId("select").nth(0).check();
        act(page, "ROTATE");
        assertThat(page.getByTestId("act-start")).isDisabled();
        page.getByTestId("act-number").fill("1");
        Download file = page.waitForDownload(() -> page.getByTestId("act-start").click());
        assertThat(Files.readString(file.path()).lines()).hasSize(2);
        assertThat(page.getByTestId("rotated-state")).containsText("1 device has new credentials.");
        page.getByTestId("rotated-stored").check();
        page.getByTestId("rotated-close").click();
        assertThat(page.locator("#rotated")).isHidden();

        page.getByTestId("select").nth(0).check();
        page.getByTestId("select-found").click();
        act(page, "DELETE");
        assertThat(page.getByTestId("act-question")).hasText("6 devices, everything that matches the search now.");
        page.getByTestId("act-number").fill("5");
        assertThat(page.getByTestId("act-start")).isDisabled();
        page.getByTestId("act-number").fill("6");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("devices-delete");
        page.getByTestId("act-start").click();
        assertThat(page.getByTestId("acting-state")).hasText("6 devices deleted.");
        page.getByTestId("acting-close").click();
        assertThat(page.getByTestId("devices")).containsText("No devices match");
        join();
    }

    @Test
    void aPhoneShowsCards() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(390, 844);
            olivia.go("/organization/devices.xhtml?import=" + importId);
            assertThat(rows(page)).hasCount(DEVICES);
            assertThat(PageWidths.overflow(page)).isZero();
            assertThat(page.locator("#state")).isHidden();
            page.getByTestId("more-filters").click();
            assertThat(page.locator("#state")).isVisible();
            page.locator("#sort").selectOption("name");
            assertThat(rows(page).first()).containsText(imei(1));
            page.getByTestId("select").first().check();
            assertThat(page.getByTestId("selection")).isVisible();
            assertThat(PageWidths.overflow(page)).isZero();
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("devices-390");
        }
    }

    private static void act(Page page, String act) {
        page.locator("[data-act=" + act + "]").click();
        page.getByTestId("act-question").waitFor();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator rows(Page page) {
        return page.locator("#devices_data > tr[data-ri]");
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
