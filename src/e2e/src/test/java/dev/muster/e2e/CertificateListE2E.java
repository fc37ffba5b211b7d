package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.muster.testkit.ApiClient;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates are found, looked at, and brought to an end: planned, cancelled, deleted. */
class CertificateListE2E {

    private static final int NARROW = 400;

    private Portal marco;
    private CertificateListPage certificates;
    private ApiClient api;
    private String run;
    private String name;
    private JsonObject made;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @BeforeEach
    void makeACertificate() throws Exception {
        marco = Portal.of("marco");
        certificates = new CertificateListPage(marco);
        api = DemoApi.of("marco");
        run = UUID.randomUUID().toString().substring(0, 8);
        name = "Line 1 " + run;
        made = certificates.make(api, name, "EC_P256", 365);
        certificates.open();
    }

    @AfterEach
    void close() {
        marco.close();
    }

    @Test
    void theListIsSearchedFilteredAndWarns() {
        String soon = "Soon over " + run;
        certificates.make(api, soon, "EC_P256", 1);
        certificates.open();
        assertThat(certificates.expiring()).containsText(soon + " expires in 1 day.");
        assertThat(certificates.row(name).getByTestId("left")).hasText("365 days left");
        assertThat(certificates.row(name).getByTestId("validity")).hasAttribute("aria-valuetext", "365 days left");
        assertThat(certificates.row(soon).getByTestId("left")).hasText("1 day left");
        look("certificate-list");

        certificates.search(name.substring(2).toUpperCase(java.util.Locale.ROOT));
        assertThat(certificates.rows()).hasCount(1);
        assertThat(certificates.row(name)).isVisible();
        certificates.search(made.getString("accessKey").substring(4, 22));
        assertThat(certificates.row(name)).isVisible();
        assertThat(certificates.rows()).hasCount(1);
        certificates.show("Revoked");
        assertThat(marco.page().getByText("No certificates match")).isVisible();
        assertThat(marco.seriousViolations()).isEmpty();
    }

    @Test
    void thePageOfACertificateTellsWhatItIs() throws Exception {
        certificates.details(name);
        Page page = marco.page();

        assertThat(page.getByTestId("certificate-status")).hasText("Active");
        assertThat(page.getByTestId("certificate-access-key")).hasText(made.getString("accessKey"));
        assertThat(page.getByTestId("certificate-devices")).hasText("0");
        assertThat(page.getByTestId("literal")).hasCount(0);
        Download download = page.waitForDownload(
                () -> page.getByTestId("download-certificate").click());
        assertThat(Files.readString(download.path()).strip())
                .isEqualTo(made.getString("certificate").strip());
        look("certificate-details");
    }

    @Test
    void literalProofsAreTurnedOnAfterAWarning() {
        String rsa = "Legacy " + run;
        certificates.make(api, rsa, "RSA_3072", 300);
        certificates.open().details(rsa);
        Page page = marco.page();
        assertThat(page.getByTestId("literal")).hasText("Off");

        page.getByTestId("literal-on").click();
        assertThat(page.locator("#literal")).containsText("always the same");
        marco.picture("literal-warning");
        assertThat(marco.seriousViolations()).isEmpty();
        page.locator("#literal-confirm").click();

        assertThat(page.getByTestId("literal")).hasText("On");
        page.locator("#literal-off").click();
        assertThat(page.getByTestId("literal")).hasText("Off");
    }

    @Test
    void aDeletionIsPlannedMovedAndCancelled() {
        certificates.details(name).askToDelete();
        assertThat(certificates.impact()).containsText("0 devices of 0 organizations");
        certificates.when(true);
        assertThat(certificates.date()).isVisible();
        certificates.date().fill(inDays(7));
        certificates.because("Another certificate takes its place");
        assertThat(marco.seriousViolations()).isEmpty();
        marco.picture("certificate-plan");
        certificates.confirm("something else");
        assertThat(marco.page().getByText("This is not the certificate's name")).isVisible();
        certificates.confirm(name);

        assertThat(certificates.dialog()).isHidden();
        assertThat(marco.page().getByTestId("planned")).containsText(shown(inDays(7)));
        look("certificate-planned");
        move();
        certificates.open();
        assertThat(certificates.row(name).getByTestId("planned")).containsText(shown(inDays(8)));
        assertThat(certificates.row(name).getByTestId("status")).hasText("Active");
        certificates.askToDelete(name);
        marco.page().locator("#revoke-cancel").click();
        assertThat(certificates.row(name).getByTestId("planned")).hasCount(0);
    }

    private void move() {
        certificates.askToDelete();
        assertThat(certificates.date()).hasValue(inDays(7));
        certificates.date().fill(inDays(8));
        certificates.confirm(name);
        assertThat(marco.page().getByTestId("planned")).containsText(shown(inDays(8)));
    }

    @Test
    void aDateThatIsPastIsRefused() {
        certificates.askToDelete(name).when(true);
        certificates.date().fill("2020-01-01T00:00");
        certificates.confirm(name);

        assertThat(marco.page().getByText("this time is past")).isVisible();
        assertThat(certificates.dialog()).isVisible();
    }

    @Test
    void whatIsDeletedStaysUnderTheFilter() {
        certificates.askToDelete(name);
        marco.picture("certificate-delete");
        assertThat(marco.seriousViolations()).isEmpty();
        certificates.because("Its key or its token got into wrong hands").confirm(name);

        assertThat(certificates.row(name)).hasCount(0);
        certificates.show("Revoked");
        assertThat(certificates.row(name).getByTestId("status")).hasText("Revoked");
        assertThat(certificates.row(name).getByTestId("delete-certificate")).hasCount(0);
        certificates.details(name);
        assertThat(marco.page().getByTestId("certificate-status")).hasText("Revoked");
        assertThat(marco.page().getByTestId("tombstone")).containsText("wrong hands");
        look("certificate-tombstone");
    }

    /** By axe and by eye, wide and narrow. */
    private void look(String picture) {
        assertThat(marco.seriousViolations()).isEmpty();
        marco.picture(picture);
        marco.page().setViewportSize(NARROW, 800);
        assertThat(marco.seriousViolations()).isEmpty();
        assertThat(PageWidths.overflow(marco.page()))
                .as("the page is not wider than a small screen")
                .isLessThanOrEqualTo(0);
        marco.picture(picture + "-narrow");
        marco.page().setViewportSize(1280, 800);
    }

    private static String inDays(int days) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'00:00")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now().plusSeconds(86_400L * days));
    }

    /** A time of the form, as the pages write it. */
    private static String shown(String time) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK).format(LocalDateTime.parse(time));
    }
}
