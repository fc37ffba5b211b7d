package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.testkit.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The keyboard in every dialog of the portal, and Enter where it does something. */
class DialogsE2E {

    private static final String SERIES = "36404";

    private static ApiClient olivia;
    private static String organization;
    private static String manufacturer;

    @BeforeAll
    static void tenants() throws Exception {
        Chromium.require();
        olivia = DemoApi.of("olivia");
        organization = DemoApi.organization();
        manufacturer = DemoApi.manufacturer();
    }

    @Test
    void everyDialogOfAnOrganizationIsWorkedByTheKeyboard() throws Exception {
        String draft = upload(ImportFile.withFaults("dialogs-draft.csv", SERIES + "1", 60));
        String committed = upload(ImportFile.sound("dialogs.csv", SERIES + "2", 2));
        DemoApi.commit(committed);
        DemoCertificate.create("Dialogs").device(ImportFile.imei(SERIES + "2", 1));
        String device = olivia.get("/organizations/" + organization + "/devices?import=" + committed)
                .expect(200)
                .first("id");
        String model = olivia.post(
                        "/organizations/" + organization + "/device-models",
                        "application/json",
                        "{\"name\":\"Dialogs\",\"unknownKeys\":\"KEEP\",\"keys\":[]}")
                .ok()
                .text("id");
        try (Portal portal = Portal.of("olivia")) {
            DialogWalk walk = new DialogWalk(portal)
                    .through(
                            "/organization/imports.xhtml",
                            "/organization/import.xhtml?id=" + draft,
                            "/organization/import.xhtml?id=" + committed + "&tab=rows",
                            "/organization/import.xhtml?id=" + committed + "&tab=credentials",
                            "/organization/device.xhtml?id=" + device,
                            "/organization/model.xhtml?id=" + model,
                            "/organization/application.xhtml?id="
                                    + DemoApplication.create("Dialogs").id(),
                            "/organization/attempts.xhtml",
                            "/account/tokens.xhtml",
                            "/account/passkeys.xhtml");

            assertThat(walk.closing())
                    .contains("upload", "discard", "valid-rows", "confirm", "ended", "rotate-all", "choose-model")
                    .contains("delete-row", "fault", "change-rows", "widget")
                    .contains("rotate", "allow", "suspend", "remove", "attempt", "create", "revoke", "other-user");
            assertThat(walk.staying()).containsExactly("issued", "rotated");
        }
    }

    @Test
    void everyDialogOfTheOthersIsWorkedByTheKeyboard() throws Exception {
        String certificate = DemoCertificate.create("Dialogs of a certificate").id();
        try (Portal maker = Portal.of("marco");
                Portal admin = Portal.of("admin")) {
            DialogWalk manufacturers = new DialogWalk(maker)
                    .through(
                            "/manufacturer/certificates.xhtml",
                            "/manufacturer/certificate.xhtml?id=" + certificate,
                            "/manufacturer/identifiers.xhtml",
                            "/manufacturer/attempts.xhtml",
                            "/manufacturer/profile.xhtml");
            DialogWalk administrators = new DialogWalk(admin)
                    .through(
                            "/administration/organizations.xhtml",
                            "/administration/manufacturers.xhtml",
                            "/administration/manufacturer.xhtml?id=" + manufacturer,
                            "/administration/users.xhtml");

            assertThat(manufacturers.closing())
                    .contains("create", "revoke", "literal", "release", "attempt", "disallow");
            assertThat(manufacturers.staying()).containsExactly("issued");
            assertThat(administrators.closing()).contains("create", "suspend", "resume");
            assertThat(administrators.staying()).containsExactly("issued");
        }
    }

    @Test
    void aTokenIsMadeStoredAndRevokedByTheKeyboard() throws Exception {
        try (Portal portal = Portal.of("olivia")) {
            Page page = portal.page();
            portal.go("/account/tokens.xhtml");
            page.getByTestId("create").press("Enter");
            portal.awaitDialog("create");
            assertThat(page.locator("#name")).isFocused();
            page.keyboard().type("made by Enter");
            page.keyboard().press("Enter");
            portal.awaitDialog("issued");
            assertThat(portal.seriousViolations()).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("#issued")).isVisible();
            portal.tabTo("#issued-stored");
            page.keyboard().press("Enter");
            assertThat(page.locator("#issued")).isVisible();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(page.locator("#issued")).isHidden();
            assertThat(page.getByTestId("create")).isFocused();

            page.getByLabel("Revoke token made by Enter").press("Enter");
            portal.awaitDialog("revoke");
            assertThat(page.locator("#revoke-confirm")).isFocused();
            portal.picture("dialog-focus");
            page.keyboard().press("Enter");
            assertThat(page.getByText("made by Enter")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile(".*/account/tokens\\.xhtml$"));
        }
    }

    @Test
    void enterChoosesSuggestionsBreaksLinesAndCommitsNothingByTheWay() throws Exception {
        try (Portal portal = Portal.of("olivia")) {
            Page page = portal.page();
            ImportsPage list = new ImportsPage(portal).open().openForm();
            page.locator("#manufacturer_input").pressSequentially("acme");
            page.locator("#manufacturer_panel").getByText("Acme Trackers").waitFor();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("#manufacturer_input")).hasValue("Acme Trackers");
            assertThat(page.getByTestId("upload-refusal")).isHidden();
            page.getByTestId("file").setInputFiles(ImportFile.sound("by-enter.csv", SERIES + "3", 3));
            assertThat(page.getByTestId("columns-hint")).isVisible();
            // the list fades away, and takes Enter for itself until then
            assertThat(page.locator("#manufacturer_panel")).isHidden();
            page.locator("#manufacturer_input").press("Enter");
            page.waitForURL("**/organization/import.xhtml?id=*");

            GridPage grid = new GridPage(portal);
            assertThat(grid.commit()).containsText("3");
            grid.search().fill("tracker");
            grid.search().press("Enter");
            page.getByTestId("invalid-only").press("Enter");
            assertThat(grid.cell(3, "deviceName")).isVisible();
            page.reload();
            assertThat(grid.commit()).containsText("3");
            list.open();
            assertThat(list.firstStatus()).hasText("Draft");
        }
        try (Portal portal = Portal.of("marco")) {
            CertificatesPage form = new CertificatesPage(portal)
                    .open()
                    .openForm()
                    .name("lines")
                    .ownKey()
                    .csr("a");
            portal.page().locator("#csr").press("End");
            portal.page().locator("#csr").press("Enter");
            assertThat(portal.page().locator("#csr")).hasValue("a\n");
            assertThat(form.createButton()).isVisible();
        }
    }

    private static String upload(Path file) throws Exception {
        return DemoApi.upload(Files.readString(file));
    }
}
