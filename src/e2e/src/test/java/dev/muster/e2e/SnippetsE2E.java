package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs on a certificate's page: what is shown there runs, and the light says so. */
class SnippetsE2E {

    private static final String SERIES = "36370";

    @TempDir
    Path directory;

    @BeforeAll
    static void devicesAreExpected() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("snippets.csv", SERIES, 8)));
    }

    /** From the new certificate to the green light, with what the pages show and the ZIP alone. */
    @Test
    void theFirstDeviceTurnsTheLightGreen() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            make(marco, "Snippets line", "EC_P256").tryIt();
            Page page = marco.page();
            assertThat(light(page)).hasAttribute("data-light", "WAITING");
            assertThat(marco.seriousViolations()).isEmpty();
            PageWidths.assertEach(marco, "snippets");
            enter(page, ImportFile.imei("35105", 999_999_999));
            assertThat(paste(page, "snippet-jws").output()).contains("device-not-imported");
            assertThat(light(page)).hasAttribute("data-light", "AMBER");
            assertThat(light(page)).containsText("refused");
            marco.picture("snippets-refused");
            enter(page, ImportFile.imei(SERIES, 1));
            assertThat(paste(page, "snippet-jws").output()).contains("\n201");
            assertThat(light(page)).hasAttribute("data-light", "GREEN");
            assertThat(light(page)).containsText("The first device has joined");
            assertThat(page.getByTestId("certificate-devices")).hasText("1");
            assertThat(marco.seriousViolations()).isEmpty();
            page.getByTestId("snippets").scrollIntoViewIfNeeded();
            marco.picture("snippets-shell");
        }
    }

    @Test
    void eachFormOfProofRunsAsItIsShown() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            make(marco, "Snippets of all forms", "RSA_3072").tryIt();
            Page page = marco.page();
            assertThat(page.getByTestId("snippet-literal")).hasCount(0);
            assertThat(page.getByTestId("snippet-jws-mqtt")).hasCount(1);
            page.getByTestId("literal-on").click();
            page.locator("#literal-confirm").click();
            assertThat(page.getByTestId("snippet-literal")).hasCount(1);
            List<String> programs = List.of("snippet-jws", "snippet-signature", "snippet-literal");
            for (int i = 0; i < programs.size(); i++) {
                enter(page, ImportFile.imei(SERIES, 2 + i));
                assertThat(paste(page, programs.get(i)).output()).contains("\n201");
            }
            open(page, "JWS, Python");
            enter(page, ImportFile.imei(SERIES, 5));
            assertThat(page.getByTestId("snippet-jws-python")).isVisible();
            Files.writeString(directory.resolve("provision.py"), text(page, "snippet-jws-python"));
            assertThat(Command.of(directory, "python3", "provision.py").run().output())
                    .contains("\n201");
            assertThat(light(page)).containsText("4 devices have joined");
            enter(page, "x'; rm -rf $HOME");
            assertThat(page.getByTestId("snippet-identifier-fault")).containsText("MUSTER_IDENTIFIER");
            assertThat(text(page, "snippet-jws-python")).doesNotContain("HOME");
        }
    }

    @Test
    void theThreeStepsOfADeviceCaRunAsTheyAreShown() throws Exception {
        try (Portal marco = Portal.of("marco")) {
            CertificatesPage certificates = new CertificatesPage(marco).open().openForm();
            certificates.name("Snippets factory").purpose("Device CA");
            unpack(certificates.create()).tryIt();
            Page page = marco.page();
            enter(page, ImportFile.imei(SERIES, 6));
            assertThat(paste(page, "snippet-certify").code()).isZero();
            assertThat(paste(page, "snippet-provision-tls").output()).contains("\n201");
            assertThat(light(page)).hasAttribute("data-light", "GREEN");
            assertThat(paste(page, "snippet-telemetry-tls").output()).contains("\n202");
            open(page, "3. Send telemetry");
            assertThat(page.getByTestId("snippet-telemetry-tls")).isVisible();
            assertThat(page.getByTestId("snippet-telemetry-mqtt")).hasCount(1);
            assertThat(marco.seriousViolations()).isEmpty();
            page.getByTestId("snippets").scrollIntoViewIfNeeded();
            marco.picture("snippets-device-ca");
        }
    }

    private IssuedDialog make(Portal marco, String name, String algorithm) throws Exception {
        CertificatesPage certificates = new CertificatesPage(marco).open().openForm();
        return unpack(certificates.name(name).algorithm(algorithm).create());
    }

    private IssuedDialog unpack(IssuedDialog issued) throws IOException {
        Path archive = issued.downloadAll().path();
        for (String name : Archive.names(archive)) {
            Files.writeString(directory.resolve(name), Archive.text(archive, name));
        }
        return issued;
    }

    private static void enter(Page page, String identifier) {
        page.locator("#snippet-identifier").fill(identifier);
    }

    private static void open(Page page, String tab) {
        page.getByText(tab, new Page.GetByTextOptions().setExact(true)).click();
    }

    private static String text(Page page, String program) {
        return page.getByTestId(program).inputValue();
    }

    private static Locator light(Page page) {
        return page.getByTestId("arrival");
    }

    /** The program as the standard input of a shell, in the directory of the unpacked ZIP. */
    private Command.Result paste(Page page, String program) {
        return Command.of(directory, "bash").reading(text(page, program)).run();
    }
}
