package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manufacturer deletes a certificate, and the organization whose devices it has proved is told at once. */
class NoticesE2E {

    private static final String SERIES = "36160";

    @BeforeAll
    static void devicesAreExpected() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("notices.csv", SERIES, 4)));
    }

    @Test
    void theManagerOfTheOrganizationSeesItOpensItAndMarksIt() throws Exception {
        join("Notice line", 1, 2);
        try (Portal olivia = Portal.of("olivia")) {
            new NoticesPage(olivia).readAll();
        }
        delete("Notice line", "Its key or its token got into wrong hands");
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            page.waitForURL("**/organization/overview.xhtml");
            assertThat(page.getByTestId("attention-notices")).containsText("1 notice is not read");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("notices-overview");
            NoticesPage notices = new NoticesPage(olivia);
            olivia.go("/organization/devices.xhtml");
            assertThat(notices.banner()).containsText("Acme Trackers deleted certificate “Notice line”. Since ");
            assertThat(notices.banner()).containsText("the server refuses 2 devices of your organization.");
            PageWidths.assertEach(olivia, "notices-banner-certificate");
            notices.follow();
            Locator row = notices.rows().first();
            assertThat(row).containsText("Its key or its token got into wrong hands");
            assertThat(row).containsText("Check that you know all of these devices");
            assertThat(notices.banner()).hasCount(0);
            PageWidths.assertEach(olivia, "notices-certificate");
            row.getByText("See the devices").click();
            assertThat(page.locator("#devices_data > tr[data-ri]")).hasCount(2);
            notices.open();
            olivia.tabTo("[data-testid=read]");
            page.keyboard().press("Enter");
            assertThat(notices.readButtons()).hasCount(0);
            assertThat(row).containsText("Read");
            olivia.go("/organization/devices.xhtml");
            assertThat(notices.banner()).hasCount(0);
        }
    }

    @Test
    void aPlanIsToldAndSoIsItsEnd() throws Exception {
        DemoCertificate line = join("Planned line", 3, 4);
        String revocation = "/manufacturers/" + DemoApi.manufacturer() + "/certificates/" + line.id();
        try (Portal olivia = Portal.of("olivia")) {
            NoticesPage notices = new NoticesPage(olivia).readAll();
            DemoApi.of("marco")
                    .delete(revocation + "?reason=SUPERSEDED&at=2030-01-01T00:00:00Z")
                    .expect(200);
            olivia.go("/organization/imports.xhtml");
            assertThat(notices.banner())
                    .containsText(
                            "Acme Trackers will delete certificate “Planned line”. From 1 Jan 2030, 00:00:00 UTC on");
            PageWidths.assertEach(olivia, "notices-banner-plan");
            notices.follow();
            assertThat(notices.rows().first()).containsText("Another certificate takes its place");
            DemoApi.of("marco").delete(revocation + "/revocation").expect(204);
            notices.readButtons().first().click();
            assertThat(olivia.page().locator("#refused_container")).containsText("The notice has changed since");
            assertThat(notices.rows().first()).containsText("Acme Trackers keeps certificate “Planned line”");
            assertThat(notices.readButtons()).hasCount(1);
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.page().reload();
            PageWidths.assertEach(olivia, "notices-cancelled");
            notices.readButtons().first().click();
            assertThat(notices.readButtons()).hasCount(0);
        }
    }

    private static DemoCertificate join(String name, int... numbers) throws Exception {
        DemoCertificate certificate = DemoCertificate.create(name);
        for (int number : numbers) {
            assertThat(certificate
                            .provision(certificate.accessToken(), ImportFile.imei(SERIES, number))
                            .output())
                    .contains(": 201 ");
        }
        return certificate;
    }

    private static void delete(String name, String reason) throws Exception {
        try (Portal marco = Portal.of("marco")) {
            CertificateListPage certificates = new CertificateListPage(marco).open();
            certificates.search(name);
            certificates.askToDelete(name).because(reason).confirm(name);
            assertThat(certificates.dialog()).isHidden();
        }
    }
}
