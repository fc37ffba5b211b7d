package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.muster.testkit.Command;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log of attempts as the manufacturer and the organization see it, with what three devices have tried. */
class AttemptsE2E {

    private static final String SERIES = "35104";

    private static DemoCertificate certificate;
    private static String instance;

    @BeforeAll
    static void threeDevicesTry() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("attempts.csv", SERIES, 2)));
        certificate = DemoCertificate.create("Attempts line");
        assertThat(certificate.provision(certificate.accessToken(), imei(1)).output())
                .contains(": 201 ");
        Command.Result refused = certificate.provision(certificate.accessToken(), imei(9));
        instance = "urn:uuid:" + refused.output().replaceAll("(?s).*urn:uuid:([0-9a-f-]{36}).*", "$1");
        assertThat(certificate.provision("not-the-token", imei(2)).output()).contains(": 401 ");
    }

    @Test
    void theManufacturerFindsAnAttemptAndItsReason() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            marco.go("/manufacturer/attempts.xhtml");
            Page page = marco.page();
            page.locator("#certificate")
                    .selectOption(new SelectOption()
                            .setLabel(
                                    "Attempts line (" + certificate.accessKey().substring(0, 6) + "…)"));
            page.locator("#find").click();
            assertThat(rows(page)).hasCount(3);
            assertThat(rows(page).first()).containsText("Invalid proof");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("attempts-manufacturer");

            page.locator("#outcome").selectOption("invalid-proof");
            page.locator("#find").click();
            assertThat(rows(page)).hasCount(1);
            page.getByTestId("details").click();
            assertThat(page.getByTestId("attempt-sentence"))
                    .containsText("not the hash of the certificate's access token");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("attempt-detail");
        }
    }

    @Test
    void anInstanceFindsItsAttempt() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            marco.go("/manufacturer/attempts.xhtml");
            Page page = marco.page();
            page.locator("#instance").fill(instance);
            page.locator("#instance").press("Enter");
            assertThat(rows(page)).hasCount(1);
            assertThat(rows(page)).containsText("Not imported");
            page.getByTestId("details").click();
            assertThat(page.getByTestId("attempt-instance")).hasText(instance);
            page.keyboard().press("Escape");

            page.locator("#instance").fill("what I saw");
            page.locator("#find").click();
            assertThat(page.locator(".ui-growl-title, .ui-growl-message").first())
                    .containsText("urn:uuid:");
            marco.go("/manufacturer/attempts.xhtml?id=" + instance);
            assertThat(rows(page)).hasCount(1);
            page.locator("#clear").click();
            assertThat(page.locator("#instance")).hasValue("");
            assertThat(rows(page).nth(2)).isVisible();
        }
    }

    @Test
    void theOrganizationSeesItsOwnAndWhatToDo() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/devices.xhtml");
            page.locator("nav.areas").getByText("Attempts").click();
            page.locator("#identifier").fill(imei(1).substring(0, 14));
            page.locator("#find").click();
            assertThat(rows(page)).hasCount(1);
            assertThat(rows(page)).containsText("Nothing to do");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("attempts-organization");
            page.locator("#identifier").fill(imei(2));
            page.locator("#find").click();
            assertThat(page.getByTestId("attempts")).containsText("No attempts match");
            assertThat(olivia.seriousViolations()).isEmpty();
        }
    }

    private static Locator rows(Page page) {
        return page.locator("#attempts_data > tr[data-ri]");
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
