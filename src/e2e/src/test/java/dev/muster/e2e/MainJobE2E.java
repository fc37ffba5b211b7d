package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.testkit.Command;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the product is for, from the file to the device's values, by the people and the device whom it is for. */
class MainJobE2E {

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void aFleetIsImportedProvedAndSeen() throws Exception {
        importFleet();
        Path key = makeCertificate();
        runDevice(key);
        seeDevice();
    }

    private static void importFleet() throws IOException {
        Path file = ImportFile.sound("fleet.csv", "35101", 12);
        try (Portal olivia = Portal.of("olivia")) {
            ImportsPage imports = new ImportsPage(olivia).open().openForm();
            imports.choose("acme", "Acme Trackers", file);
            olivia.picture("import-form");
            GridPage grid = imports.start();
            assertThat(grid.rowCount()).hasText("12");
            assertThat(grid.commit()).containsText("12");
            grid.commit().click();
            assertThat(olivia.page().getByTestId("import-status")).hasText("Committed");
            assertThat(olivia.seriousViolations()).isEmpty();
        }
    }

    private static Path makeCertificate() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            marco.go("/manufacturer/certificates.xhtml");
            page.getByTestId("create-certificate").click();
            page.locator("#name").fill("Tracker line 1");
            page.locator("#create-confirm").click();
            page.getByTestId("issued-close").waitFor();
            marco.picture("certificate");
            assertThat(marco.seriousViolations()).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.getByTestId("issued-close")).isDisabled();
            Path key =
                    store("muster.key", page.getByTestId("issued-private-key").inputValue());
            store("access-token", page.getByTestId("issued-access-token").inputValue());
            store("access-key", page.getByTestId("issued-access-key").inputValue());
            close(marco);
            return key;
        }
    }

    /** After it is closed nothing brings the secrets back. */
    private static void close(Portal marco) throws IOException {
        Page page = marco.page();
        String token = Files.readString(file("access-token"));
        page.getByTestId("issued-stored").check();
        page.getByTestId("issued-close").click();
        assertThat(page.locator("#issued")).isHidden();
        assertThat(page.content()).doesNotContain(token).doesNotContain("BEGIN PRIVATE KEY");
        page.reload();
        assertThat(page.content())
                .contains("Tracker line 1")
                .doesNotContain(token)
                .doesNotContain("PRIVATE KEY");
        marco.picture("certificates");
    }

    private static void runDevice(Path key) throws Exception {
        MusterServer server = DemoServer.running();
        Command.of(
                        file("devices").getParent(),
                        Path.of(System.getProperty("muster.home"), "src/samples/provision.sh")
                                .toString(),
                        "--url",
                        server.url(),
                        "--cacert",
                        server.root().toString(),
                        "--key",
                        key.toString(),
                        "--out",
                        file("devices").toString(),
                        Files.readString(file("access-key")),
                        ImportFile.imei("35101", 7))
                .with("MUSTER_ACCESS_TOKEN", Files.readString(file("access-token")))
                .succeed();
    }

    private static void seeDevice() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/devices.xhtml");
            olivia.picture("devices");
            page.getByText("tracker-35101000-7").click();
            assertThat(page.getByTestId("device-identifier")).hasText(ImportFile.imei("35101", 7));
            assertThat(page.getByTestId("device-status")).hasText("Active");
            assertThat(page.getByTestId("value").first()).isVisible();
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("device");
        }
    }

    private static Path store(String name, String content) throws IOException {
        Files.createDirectories(file(name).getParent());
        return Files.writeString(file(name), content);
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("muster.e2e.directory"), "device", name);
    }
}
