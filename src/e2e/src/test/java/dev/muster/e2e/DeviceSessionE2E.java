package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.muster.testkit.RawMqttDevice;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a device says whether the device is connected, and follows by itself. */
class DeviceSessionE2E {

    private static final String SERIES = "36147";

    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(30_000);

    private static final String TIME = "\\d{1,2} [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d:\\d\\d( UTC)?";

    private static JsonObject credentials;

    private static String id;

    @BeforeAll
    static void aDeviceJoins() throws Exception {
        Chromium.require();
        String imei = ImportFile.imei(SERIES, 1);
        DemoApi.enroll(Files.readString(ImportFile.sound("device-session.csv", SERIES, 2)));
        credentials = DemoCertificate.create("Device session line").credentials(imei);
        id = DemoApi.of("olivia")
                .get("/organizations/" + DemoApi.organization() + "/devices?search=" + imei)
                .expect(200)
                .first("id");
    }

    @Test
    void thePageFollowsTheConnection() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            olivia.go("/organization/device.xhtml?id=" + id);
            Locator session = page.getByTestId("session");
            assertThat(session).hasCount(0);
            page.locator("#live").check();
            try (RawMqttDevice device = connect()) {
                assertThat(session)
                        .hasText(
                                Pattern.compile(
                                        "Connected since " + TIME + " from 127\\.0\\.0\\.1 over MQTT 5 \\(TLS\\)"),
                                PATIENTLY);
                assertThat(olivia.seriousViolations()).isEmpty();
                olivia.picture("device-connected");
                device.disconnect();
            }
            assertThat(session)
                    .hasText(
                            Pattern.compile("Not connected since " + TIME + ": the device ended the connection"),
                            PATIENTLY);
            page.setViewportSize(390, 844);
            assertThat(PageWidths.overflow(page)).isZero();
            session.evaluate("place => place.scrollIntoView({block: 'center'})");
            olivia.picture("device-not-connected-390");
        }
    }

    private static RawMqttDevice connect() throws Exception {
        return RawMqttDevice.connect(
                DemoServer.running(),
                RawMqttDevice.V5,
                credentials.getString("accessKey"),
                credentials.getString("accessToken"),
                60,
                null);
    }
}
