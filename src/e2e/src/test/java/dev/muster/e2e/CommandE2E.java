package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manager sends commands to a device on its page, and takes one back. */
class CommandE2E {

    private static final String SERIES = "36177";

    private static String id;

    @BeforeAll
    static void aDeviceJoins() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("commands.csv", SERIES, 2)));
        DemoCertificate certificate = DemoCertificate.create("Command line");
        certificate.device(ImportFile.imei(SERIES, 1));
        certificate.device(ImportFile.imei(SERIES, 2));
        id = id(1);
    }

    private static String id(int number) {
        return DemoApi.of("olivia")
                .get("/organizations/" + DemoApi.organization() + "/devices?search=" + ImportFile.imei(SERIES, number))
                .expect(200)
                .first("id");
    }

    @Test
    void aCommandIsSentAndWithdrawn() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            olivia.go("/organization/device.xhtml?id=" + id);
            Locator list = page.getByTestId("commands");
            assertThat(list).containsText("No commands yet");

            page.getByTestId("send-command").click();
            Locator text = page.locator("#command-data");
            page.locator("#command-confirm").click();
            assertThat(page.locator("#command-form")).containsText("Enter the command as a JSON object.");
            text.fill("{\n  \"interval\": sixty\n}");
            page.locator("#command-confirm").click();
            assertThat(page.locator("#command-form")).containsText("There is a mistake at line 2, column 15.");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("command-fault");
            text.fill("{\"interval\": 60}");
            page.locator("#command-life").selectOption("WEEK");
            page.locator("#command-confirm").click();
            assertThat(page.locator("#command-form")).isHidden();
            assertThat(list).containsText("{\"interval\":60}");
            assertThat(list).containsText("By you.");
            assertThat(page.getByTestId("command-state")).hasText("Queued");

            page.getByTestId("send-command").click();
            assertThat(text).hasValue("");
            text.fill("{\"reboot\": true}");
            page.locator("#command-confirm").click();
            assertThat(page.getByTestId("command-state")).hasCount(2);
            page.setViewportSize(390, 844);
            list.scrollIntoViewIfNeeded();
            assertThat(PageWidths.overflow(page)).isZero();
            olivia.picture("commands-390");
            page.setViewportSize(1440, 900);
            assertThat(olivia.seriousViolations()).isEmpty();
            list.scrollIntoViewIfNeeded();
            olivia.picture("commands");

            page.getByTestId("withdraw-command").first().click();
            assertThat(page.getByTestId("command-state")).hasCount(1);
            assertThat(list).not().containsText("reboot");
            page.reload();
            assertThat(page.getByTestId("timeline")).containsText("Command to a device withdrawn");
        }
    }

    @Test
    void aSelectionGetsTheSameCommand() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            olivia.go("/organization/devices.xhtml?search=" + ImportFile.imei(SERIES, 2));
            page.getByTestId("select-page").check();
            page.locator("[data-act=COMMAND]").click();
            olivia.awaitDialog("act");
            page.locator("#act-command").fill("[60]");
            page.getByTestId("act-start").click();
            assertThat(page.getByTestId("act-command-fault")).hasText("Enter the command as a JSON object.");
            assertThat(page.locator("#act-life")).hasValue("DAY");
            page.locator("#act-command").fill("{\"selected\": true}");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("command-selection");
            page.getByTestId("act-start").click();
            assertThat(page.getByTestId("acting-state")).hasText("Command sent to 1 device.");
            page.getByTestId("acting-close").click();
            olivia.go("/organization/device.xhtml?id=" + id(2));
            assertThat(page.getByTestId("commands")).containsText("{\"selected\":true}");
        }
    }
}
