package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.ApiClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The organization's manager sees what is behind a gateway, and which gateway a peripheral is behind. */
class GatewayE2E {

    private static final String SERIES = "36060";

    private static ApiClient gateway;

    @BeforeAll
    static void aGatewayJoins() throws Exception {
        Chromium.require();
        DemoApi.enroll(file());
        DemoCertificate certificate = DemoCertificate.create("Gateway line");
        gateway = certificate.device(imei(1));
    }

    @Test
    void thePeripheralsBehindAGatewayAreListedAndJoinThroughIt() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            open(page, olivia, 1);
            assertThat(rows(page)).hasCount(2);
            assertThat(rows(page).first()).containsText("Joins with its first message");
            gateway.post(
                            "/telemetry",
                            "application/json",
                            "[{\"data\":{\"uplink\":99}},{\"device\":\"%s\",\"data\":{\"t\":21.5}}]".formatted(imei(2)))
                    .ok();
            page.reload();
            assertThat(rows(page).first()).containsText("Joined");
            assertThat(olivia.seriousViolations()).isEmpty();
            rows(page).first().scrollIntoViewIfNeeded();
            olivia.picture("gateway");
            rows(page).first().getByText("Sensor 1").click();
            assertThat(page.getByTestId("device-name")).hasText("Sensor 1");
            assertThat(page.getByTestId("device-status")).hasText("Active");
            assertThat(page.getByTestId("value").first()).hasText("21.5");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("peripheral");
            page.getByTestId("gateway").getByText("Gateway 1").click();
            assertThat(page.getByTestId("device-identifier")).hasText(imei(1));
            page.getByText("Its attempts").click();
            assertThat(page.getByTestId("attempts").locator("tbody tr")).hasCount(1);
            assertThat(page.getByTestId("attempts")).containsText("Provisioned");
        }
    }

    private static void open(Page page, Portal olivia, int number) {
        olivia.go("/organization/devices.xhtml");
        page.locator("#text").fill(imei(number));
        page.locator("#text").press("Enter");
        Locator found = page.locator("#devices_data > tr[data-ri]");
        assertThat(found).hasCount(1);
        found.locator("a").first().click();
        assertThat(page.getByTestId("device-identifier")).hasText(imei(number));
    }

    private static Locator rows(Page page) {
        return page.locator("#peripherals_data > tr[data-ri]");
    }

    private static String file() {
        return """
                uniqueIdentifier,deviceName,deviceType,parentGateway
                %1$s,Gateway 1,GATEWAY,
                %2$s,Sensor 1,PERIPHERAL,%1$s
                %3$s,Sensor 2,PERIPHERAL,%1$s
                """.formatted(imei(1), imei(2), imei(3));
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
