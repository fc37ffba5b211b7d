package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.muster.testkit.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four tasks of people, from the first page of their role or from the login page to the result that they want, with as few
 * actions as the portal allows. {@code src/docs/testing.md} has the figures.
 */
class TasksE2E {

    private static final String REFUSED = "36421";

    private static final String CUSTOMERS = "36431";

    private static final String FLEET = "36441";

    private static final String PASSWORD = "four geese on the pond";

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(TimeUnit.SECONDS.toMillis(90));

    private Actions actions;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void aRefusedDeviceAndItsReasonAreFound() throws Exception {
        DemoApi.enroll(Files.readString(ImportFile.sound("task-refused.csv", REFUSED, 4)));
        DemoCertificate full = DemoCertificate.create("Task with a limit", "\"maxDevices\":1");
        assertThat(prove(full, ImportFile.imei(REFUSED, 1))).contains(": 201 ");
        for (int number = 2; number <= 4; number++) {
            assertThat(prove(full, ImportFile.imei(REFUSED, number))).contains("budget-exhausted");
        }
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.waitForURL("**/organization/overview.xhtml");
            actions = new Actions();
            actions.click(page.getByTestId("device-manager"));
            actions.click(area(olivia, "Attempts"));
            actions.fill(page.locator("#identifier"), ImportFile.imei(REFUSED, 3));
            actions.press(page.locator("#identifier"), "Enter");
            Locator found = page.locator("#attempts_data > tr[data-ri]");
            assertThat(found).hasCount(1);
            assertThat(found).containsText(ImportFile.imei(REFUSED, 3));
            assertThat(found).containsText("Device limit reached");
            assertThat(found).containsText("ask the manufacturer for another one");
            actions.finish("find a refused device", 4);
        }
    }

    @Test
    void aForgottenPasswordIsReplaced() throws Exception {
        try (MailedDemo demo = MailedDemo.start();
                Portal olivia = Portal.open(demo.server())) {
            Page page = olivia.page();
            olivia.logIn("olivia", Login.DEMONSTRATION_PASSWORD);
            demo.confirm(olivia, "olivia@example.com");
            olivia.go("/organization/overview.xhtml");
            olivia.logOut();
            int before = demo.mail().count();
            actions = new Actions();
            actions.click(page.getByTestId("forgot"));
            actions.fill(page.locator("#username"), "olivia");
            actions.click(page.locator("#send"));
            assertThat(page.getByTestId("forgot-done")).isVisible(PATIENTLY);
            String link = demo.mail().await("olivia@example.com", before).link();
            choosePasswordAndLogIn(page, link, "olivia");
            assertThat(olivia.tenant()).hasText("Demo Fleet");
            actions.finish("replace a forgotten password", 11);
        }
    }

    @Test
    void aNewCustomerGetsItsFirstDevice() throws Exception {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Path file = ImportFile.sound("task-customer.csv", CUSTOMERS, 3);
        try (Portal admin = Portal.of("admin");
                Portal vera = Portal.open();
                Portal marco = Portal.of("marco")) {
            actions = new Actions();
            String link = invite(admin, "Task customer " + id, "vera-" + id);
            choosePasswordAndLogIn(vera.page(), link, "vera-" + id);
            importDevices(vera, file);
            DemoCertificate certificate = makeCertificate(marco, "Task customer " + id);
            assertThat(prove(certificate, ImportFile.imei(CUSTOMERS, 1))).contains(": 201 ");
            actions.click(vera.page().getByText("Devices of this import"));
            Locator devices = vera.page().locator("#devices_data > tr[data-ri]");
            assertThat(devices).hasCount(1);
            assertThat(devices).containsText(ImportFile.imei(CUSTOMERS, 1));
            assertThat(vera.tenant()).hasText("Task customer " + id);
            actions.finish("take a new customer from nothing to the first device", 31);
        }
    }

    /** Nobody has to allow the devices anything: after a revocation they may prove themselves with another certificate. */
    @Test
    void aFleetIsRepairedAfterItsCertificateWasRevoked() throws Exception {
        String importId = DemoApi.enroll(Files.readString(ImportFile.sound("task-fleet.csv", FLEET, 5)));
        List<String> fleet = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> ImportFile.imei(FLEET, number))
                .toList();
        joinAndRevoke("Task revoked", fleet);
        try (Portal olivia = Portal.of("olivia");
                Portal marco = Portal.of("marco")) {
            olivia.page().waitForURL("**/organization/overview.xhtml");
            actions = new Actions();
            readNotice(olivia, "Task revoked", fleet);
            DemoCertificate replacement = makeCertificate(marco, "Task replacement");
            for (String identifier : fleet) {
                assertThat(prove(replacement, identifier)).contains(": 200 ", "telemetry: 202");
            }
            assertThat(marco.page().getByTestId("arrival")).containsText(fleet.size() + " devices have joined");
            actions.click(area(olivia, "Overview"));
            assertThat(olivia.page().getByTestId("joined")).isVisible();
            assertThat(invalidated(olivia, "Task revoked")).hasCount(0);
            actions.finish("repair a fleet after a revoked certificate", 11);
        }
        String devices = "/organizations/" + DemoApi.organization() + "/devices?status=ACTIVE&import=" + importId;
        assertThat(DemoApi.of("olivia").get(devices).expect(200).json().getInt("total"))
                .isEqualTo(fleet.size());
    }

    /** @return the link that the administrator copies and sends to the manager */
    private String invite(Portal admin, String organization, String manager) {
        Page page = admin.page();
        actions.click(area(admin, "Organizations"));
        actions.click(page.getByTestId("new-customer"));
        admin.awaitDialog("customer");
        actions.fill(page.locator("#customer-name"), organization);
        actions.fill(page.locator("#customer-username"), manager);
        actions.click(page.locator("#customer-confirm"));
        admin.awaitDialog("issued");
        String link = page.getByTestId("issued-link").inputValue();
        actions.click(page.locator("[data-copy=issued-link]"));
        assertThat(page.locator("[data-copy=issued-link]")).hasText("Copied");
        actions.check(page.getByTestId("issued-stored"));
        actions.click(page.getByTestId("issued-close"));
        return link;
    }

    private void choosePasswordAndLogIn(Page page, String link, String username) {
        actions.follow(page, link);
        actions.fill(page.locator("#chosen"), PASSWORD);
        actions.fill(page.locator("#repeated"), PASSWORD);
        actions.click(page.locator("#set"));
        assertThat(page.getByTestId("link-done")).containsText(username);
        actions.click(page.locator("a.button-link"));
        actions.fill(page.locator("#username"), username);
        actions.fill(page.locator("#password"), PASSWORD);
        actions.click(page.locator("#log-in"));
        page.waitForURL("**/organization/overview.xhtml");
    }

    private void importDevices(Portal vera, Path file) {
        actions.click(vera.page().getByTestId("welcome").locator("a.button"));
        GridPage grid = new ImportsPage(vera).upload(actions, file);
        assertThat(grid.commit()).containsText("3 devices");
        actions.click(grid.commit());
        assertThat(grid.status()).hasText("Committed");
    }

    /** From the manufacturer's overview to the page of a new certificate, which waits for devices. */
    private DemoCertificate makeCertificate(Portal marco, String name) throws IOException {
        Page page = marco.page();
        actions.click(area(marco, "Certificates"));
        actions.click(page.getByTestId("create-certificate"));
        marco.awaitDialog("create");
        actions.fill(page.locator("#name"), name);
        actions.click(page.locator("#create-confirm"));
        IssuedDialog issued = new IssuedDialog(marco).awaited();
        Path archive = actions.download(page, issued.part("download-all"));
        actions.check(issued.stored());
        actions.click(issued.part("try"));
        page.getByTestId("snippets").waitFor();
        return DemoCertificate.unpack(page.url().replaceAll(".*\\?id=([0-9a-f-]+).*", "$1"), archive);
    }

    private static void joinAndRevoke(String name, List<String> fleet) throws Exception {
        DemoCertificate lost = DemoCertificate.create(name);
        for (String identifier : fleet) {
            assertThat(prove(lost, identifier)).contains(": 201 ", "telemetry: 202");
        }
        DemoApi.of("marco")
                .delete("/manufacturers/" + DemoApi.manufacturer() + "/certificates/" + lost.id()
                        + "?reason=KEY_COMPROMISE")
                .expect(204);
    }

    /** The manager looks at the devices, reads what to do, and marks the notice. */
    private void readNotice(Portal olivia, String certificate, List<String> fleet) {
        Page page = olivia.page();
        Locator item = invalidated(olivia, certificate);
        assertThat(item).containsText(fleet.size() + " devices invalidated");
        actions.click(item.getByText("See the devices"));
        assertThat(page.locator("#devices_data > tr[data-ri]")).hasCount(fleet.size());
        NoticesPage notices = new NoticesPage(olivia);
        actions.click(notices.banner().getByText("Read why, and what to do"));
        Locator notice = notices.rows().filter(new Locator.FilterOptions().setHasText(certificate));
        assertThat(notice).containsText("Let these devices prove themselves with another certificate.");
        actions.click(notice.getByTestId("read"));
        assertThat(notice.getByTestId("read")).hasCount(0);
    }

    private static Locator invalidated(Portal olivia, String certificate) {
        return olivia.page()
                .getByTestId("attention-revoked")
                .filter(new Locator.FilterOptions().setHasText("“" + certificate + "”"));
    }

    private static Locator area(Portal portal, String name) {
        return portal.page().locator("nav.areas").getByText(name);
    }

    private static String prove(DemoCertificate certificate, String identifier) {
        return certificate.provision(certificate.accessToken(), identifier).output();
    }
}
