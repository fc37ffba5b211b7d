package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Devices are looked for by their state, and those that are found are downloaded. */
class DeviceFileE2E {

    private static final String SERIES = "36120";

    /** Two have joined, the first is suspended. */
    @BeforeAll
    static void oneIsSuspended() throws Exception {
        Chromium.require();
        ApiClient olivia = DemoApi.of("olivia");
        String organization = "/organizations/" + DemoApi.organization();
        DemoApi.enroll(Files.readString(ImportFile.sound("device-file.csv", SERIES, 2)));
        DemoCertificate certificate = DemoCertificate.create("Device file line");
        for (int number = 1; number <= 2; number++) {
            assertThat(certificate
                            .provision(certificate.accessToken(), imei(number))
                            .output())
                    .contains(": 201 ");
        }
        String device = olivia.get(organization + "/devices?search=" + imei(1))
                .expect(200)
                .first("id");
        olivia.post(organization + "/devices/" + device + "/suspend", "application/json", "")
                .ok();
    }

    @Test
    void theFileHasWhatIsLookedFor() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/devices.xhtml");
            assertThat(page.getByTestId("devices-csv")).hasText("Download CSV");
            page.locator("#text").fill(SERIES);
            assertThat(rows(page)).hasCount(2);
            page.locator("#state").selectOption("SUSPENDED");
            assertThat(rows(page)).hasCount(1);
            assertThat(rows(page)).containsText(imei(1));
            assertThat(page.getByTestId("devices-csv")).hasText("Download these as CSV");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("devices-suspended");
            String file = download(page);
            assertThat(file.lines()).hasSize(2);
            assertThat(file).contains(imei(1)).contains(",SUSPENDED,");
            page.getByTestId("clear").click();
            assertThat(page.getByTestId("devices-csv")).hasText("Download CSV");
            assertThat(download(page)).contains(imei(1), imei(2));
        }
    }

    private static String download(Page page) throws IOException {
        Download file =
                page.waitForDownload(() -> page.getByTestId("devices-csv").click());
        assertThat(file.suggestedFilename()).isEqualTo("devices.csv");
        return Files.readString(file.path());
    }

    private static Locator rows(Page page) {
        return page.locator("#devices_data > tr[data-ri]");
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
