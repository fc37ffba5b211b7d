package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The organization's manager looks for devices, and sees how far those of an import have come. */
class FunnelE2E {

    private static final String SERIES = "36050";

    private static String importId;

    /** The first and the fourth have joined and reported, the second was refused, the third was never switched on. */
    @BeforeAll
    static void fourDevicesComeDifferentlyFar() throws Exception {
        Chromium.require();
        importId = DemoApi.enroll(Files.readString(ImportFile.sound("funnel.csv", SERIES, 4)));
        DemoCertificate certificate = DemoCertificate.create("Funnel line");
        assertThat(certificate.provision(certificate.accessToken(), imei(1)).output())
                .contains(": 201 ", "telemetry: 202");
        DemoCertificate refused = DemoCertificate.create("Funnel refused", "\"maxDevices\":1");
        assertThat(refused.provision(refused.accessToken(), imei(4)).output()).contains("telemetry: 202");
        assertThat(refused.provision(refused.accessToken(), imei(2)).output()).contains("budget-exhausted");
    }

    @Test
    void theFunnelTellsWhoIsStuckAndWhy() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/import.xhtml?id=" + importId);
            assertThat(page.getByTestId("funnel-imported")).hasText("4");
            assertThat(page.getByTestId("funnel-attempted")).hasText("3");
            assertThat(page.getByTestId("funnel-provisioned")).hasText("2");
            assertThat(page.getByTestId("funnel-reporting")).hasText("2");
            assertThat(rows(page, "stuck")).hasCount(1);
            assertThat(rows(page, "stuck")).containsText(imei(2));
            assertThat(rows(page, "stuck")).containsText("Device limit reached");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("funnel");
            page.getByTestId("step-imported").click();
            assertThat(page.locator("#stuck-title")).hasText("No attempt yet: 1 device");
            assertThat(rows(page, "stuck")).containsText(imei(3));
            page.getByTestId("step-provisioned").click();
            assertThat(page.getByTestId("stuck")).containsText("No devices");
            assertThat(olivia.seriousViolations()).isEmpty();
            page.getByText("Devices of this import").click();
            assertThat(rows(page, "devices")).hasCount(2);
            assertThat(rows(page, "devices").first()).containsText(imei(4));
        }
    }

    private static Locator rows(Page page, String table) {
        return page.locator("#" + table + "_data > tr[data-ri]");
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
