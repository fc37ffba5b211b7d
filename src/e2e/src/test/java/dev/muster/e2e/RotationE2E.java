package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All devices of an import get new credentials: a file that is made once, and held fast until it is stored. */
class RotationE2E {

    private static final String SERIES = "36110";

    private static String importId;

    /** The first two have joined. */
    @BeforeAll
    static void anImportIsThere() throws Exception {
        Chromium.require();
        importId = DemoApi.enroll(Files.readString(ImportFile.sound("rotation.csv", SERIES, 3)));
        DemoCertificate certificate = DemoCertificate.create("Rotation line");
        for (int number = 1; number <= 2; number++) {
            assertThat(certificate
                            .provision(certificate.accessToken(), imei(number))
                            .output())
                    .contains(": 201 ");
        }
    }

    @Test
    void theFileIsMadeOnceAndItsCredentialsCount() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/import.xhtml?id=" + importId + "&tab=credentials");
            page.getByTestId("rotate-all").click();
            assertThat(page.getByTestId("rotate-all-warning")).containsText("2 devices lose their current credentials");
            assertThat(page.getByTestId("rotation-start")).isDisabled();
            page.getByTestId("rotation-number").fill("3");
            assertThat(page.getByTestId("rotation-start")).isDisabled();
            page.getByTestId("rotation-number").fill("2");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("rotation-asked");
            Download file = page.waitForDownload(
                    () -> page.getByTestId("rotation-number").press("Enter"));
            assertCredentialsCount(Files.readString(file.path()));
            assertThat(page.getByTestId("rotated-state"))
                    .hasText("2 devices have new credentials. 1 has none; the file says why.");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("rotation-done");
            assertHeldFast(page);
            assertThat(page.getByTestId("rotate-all")).isFocused();
        }
    }

    private static void assertCredentialsCount(String file) {
        List<String> lines = file.lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("\uFEFFuniqueIdentifier,deviceName,outcome,clientId,accessKey,accessToken");
        assertThat(lines.get(3)).startsWith(imei(3)).endsWith(",not-provisioned,,,");
        String[] first = lines.get(1).split(",");
        assertThat(first[2]).isEqualTo("rotated");
        assertThat(DemoApi.device(first[4], first[5]).get("/device").expect(200).body())
                .contains(imei(1));
    }

    private static void assertHeldFast(Page page) {
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("rotated-close")).isDisabled();
        Download again =
                page.waitForDownload(() -> page.getByTestId("rotated-file").click());
        assertThat(again.suggestedFilename()).isEqualTo("credentials.csv");
        page.getByTestId("rotated-stored").check();
        page.getByTestId("rotated-close").click();
        assertThat(page.locator("#rotated")).isHidden();
    }

    @Test
    void whereTheServerCannotBeReachedTheWorkGoesOnLater() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/import.xhtml?id=" + importId + "&tab=credentials");
            page.route("**/imports/credentials*", route -> route.abort());
            page.getByTestId("rotate-all").click();
            page.getByTestId("rotation-number").fill("2");
            page.getByTestId("rotation-start").click();
            assertThat(page.getByTestId("rotated-fault")).containsText("The server cannot be reached");
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("rotation-broken");
            page.unroute("**/imports/credentials*");
            page.waitForDownload(() -> page.getByTestId("rotated-on").click());
            assertThat(page.getByTestId("rotated-fault")).isHidden();
            assertThat(page.getByTestId("rotated-state")).containsText("2 devices have new credentials");
            page.getByTestId("rotated-stored").check();
            page.getByTestId("rotated-close").click();
        }
    }

    private static String imei(int number) {
        return ImportFile.imei(SERIES, number);
    }
}
