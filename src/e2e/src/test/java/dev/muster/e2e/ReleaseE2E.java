package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manufacturer takes back an identifier, and the organization that had enrolled it is told. */
class ReleaseE2E {

    private static final String SERIES = "36010";

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void aReleasedIdentifierIsToldToItsHolder() throws IOException {
        enroll(SERIES);
        String imei = ImportFile.imei(SERIES, 1);
        try (Portal olivia = Portal.of("olivia")) {
            new NoticesPage(olivia).readAll();
        }
        try (Portal marco = Portal.of("marco")) {
            IdentifiersPage page = new IdentifiersPage(marco).open().find("1234");
            assertThat(page.refused()).containsText("15 digits");
            page.find(ImportFile.imei(SERIES, 9));
            assertThat(page.state()).hasText("Not enrolled");
            page.find(imei.substring(0, 14));
            assertThat(page.state()).hasText("Enrolled");
            assertThat(page.standing()).not().containsText("Demo Fleet");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("identifier");
            page.askRelease().release("");
            assertThat(page.refused()).containsText("Enter the reason");
            assertThat(marco.seriousViolations()).isEmpty();
            marco.picture("identifier-release");
            page.release("It was stolen <b>on the way</b>");
            assertThat(page.question()).isHidden();
            assertThat(page.state()).hasText("Not enrolled");
            marco.narrow();
            marco.picture("identifier-400");
        }
        seeNotice(imei);
    }

    @Test
    void anAdministratorReleasesADeviceThatHasJoined() throws Exception {
        String series = "36020";
        String imei = ImportFile.imei(series, 1);
        enroll(series);
        try (Portal marco = Portal.of("marco")) {
            DemoCertificate.create("Sample device").device(imei);
            IdentifiersPage page = new IdentifiersPage(marco).open().find(imei);
            assertThat(page.state()).hasText("Active");
            assertThat(page.askAdministrator()).isVisible();
            assertThat(marco.page().getByTestId("release")).hasCount(0);
        }
        try (Portal admin = Portal.of("admin")) {
            new ManufacturersPage(admin).open().openOne("Acme Trackers");
            IdentifiersPage page = new IdentifiersPage(admin).find(imei).askRelease();
            assertThat(page.question()).containsText("deletes the device, its credentials and everything it reported");
            page.confirmBy("another").release("Sold twice");
            assertThat(page.refused()).containsText("This is not the identifier");
            assertThat(admin.seriousViolations()).isEmpty();
            admin.picture("identifier-release-with-device");
            page.confirmBy(imei).release("Sold twice");
            assertThat(page.question()).isHidden();
            assertThat(page.state()).hasText("Not enrolled");
            admin.picture("manufacturer-page");
        }
        try (Portal olivia = Portal.of("olivia")) {
            NoticesPage notices = new NoticesPage(olivia).open();
            assertThat(notices.rows().first()).containsText("Its device was deleted");
            olivia.page().locator("#read-all").click();
            assertThat(notices.readButtons()).hasCount(0);
        }
    }

    private static void enroll(String series) throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            GridPage grid = new ImportsPage(olivia).upload(ImportFile.sound("release.csv", series, 3));
            grid.commit().click();
            assertThat(olivia.page().getByTestId("import-status")).hasText("Committed");
        }
    }

    private static void seeNotice(String imei) throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            new ImportsPage(olivia).open();
            NoticesPage notices = new NoticesPage(olivia);
            assertThat(notices.banner()).containsText("Acme Trackers released identifier");
            assertThat(notices.banner()).containsText(imei);
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("notices-banner");
            notices.follow();
            assertThat(page.getByTestId("notices")).containsText(imei);
            assertThat(page.getByTestId("notices")).containsText("It was stolen <b>on the way</b>");
            assertThat(page.getByTestId("notices")).containsText("Acme Trackers");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("notices");
            olivia.narrow();
            olivia.picture("notices-400");
            notices.readButtons().first().click();
            assertThat(notices.readButtons()).hasCount(0);
            new ImportsPage(olivia).open();
            assertThat(notices.banner()).hasCount(0);
        }
    }
}
