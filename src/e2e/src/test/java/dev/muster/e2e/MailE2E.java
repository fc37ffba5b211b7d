package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.muster.testkit.Answer;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails, through a real mail server: an address is confirmed, a password is forgotten, and a failure is seen. */
class MailE2E {

    private static final String PASSWORD = "five owls in the barn";

    private static final double PATIENCE = 90_000;

    private static MailedDemo demo;
    private static MailServer mail;
    private static MusterServer server;

    @BeforeAll
    static void start() throws Exception {
        Chromium.require();
        demo = MailedDemo.start();
        mail = demo.mail();
        server = demo.server();
    }

    @AfterAll
    static void end() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aConfirmedAddressGetsNoticesAndALinkForAForgottenPassword() throws Exception {
        try (Portal olivia = Portal.open(server)) {
            Page page = olivia.page();
            olivia.logIn("olivia", Login.DEMONSTRATION_PASSWORD);
            olivia.go("/account/profile.xhtml");
            page.locator("#email-address").fill("not an address");
            page.locator("#save-email").click();
            assertThat(page.locator("#refused_container")).containsText("Enter an e-mail address");
            int before = mail.count();
            page.locator("#email-address").fill("olivia@example.com");
            page.locator("#save-email").click();
            assertThat(page.getByTestId("email-pending")).containsText("olivia@example.com");
            PageWidths.assertEach(olivia, "mail-profile-pending");
            MailServer.Received confirmation = mail.await("olivia@example.com", before);
            assertThat(confirmation.text()).contains("Subject: Confirm your e-mail address for Muster");
            page.navigate(confirmation.link());
            olivia.picture("mail-confirm");
            page.locator("#confirm-address").click();
            assertThat(page.getByTestId("confirm-done")).containsText("olivia@example.com");
            olivia.go("/account/profile.xhtml");
            assertThat(page.getByTestId("email-confirmed")).hasText("olivia@example.com");
            PageWidths.assertEach(olivia, "mail-profile");
            assertNoticesCome(olivia);
            olivia.logOut();

            String answer = forget(olivia, "nobody-has-this-name");
            before = mail.count();
            assertThat(forget(olivia, "olivia")).isEqualTo(answer);
            MailServer.Received link = mail.await("olivia@example.com", before);
            page.navigate(link.link());
            page.locator("#chosen").fill(PASSWORD);
            page.locator("#repeated").fill(PASSWORD);
            page.locator("#set").click();
            assertThat(page.getByTestId("link-done")).containsText("olivia");
            olivia.logIn("olivia", PASSWORD);
            assertThat(olivia.tenant()).hasText("Demo Fleet");
        }
    }

    @Test
    void aFormerAddressIsToldInTheLanguageOfItsUser() {
        try (Portal admin = Portal.open(server)) {
            admin.logIn("admin", Login.DEMONSTRATION_PASSWORD);
            demo.confirm(admin, "former@example.com");
            admin.go("/account/profile.xhtml");
            admin.page().getByTestId("language").selectOption("de");
            admin.page().locator("#save-preferences").click();
            admin.page().waitForFunction("() => document.documentElement.lang === 'de'");
            int before = mail.count();
            demo.confirm(admin, "new@example.com");
            MailServer.Received told = mail.await("former@example.com", before);
            assertThat(told.body())
                    .contains("Die E-Mail-Adresse Ihres Benutzers „admin“", "fragen Sie Ihren Administrator")
                    .doesNotContain("new@example.com");
            admin.go("/account/profile.xhtml");
            admin.page().locator("#remove-email").click();
            assertThat(admin.page().getByTestId("email-confirmed")).hasCount(0);
        }
        assertEachChangeIsInTheLog();
    }

    /** Two addresses were confirmed, and one was removed. */
    private static void assertEachChangeIsInTheLog() {
        ApiClient admin = client("admin");
        String id = admin.get("/account").expect(200).text("id");
        Answer seen = admin.get("/log?act=user-changed&object=user:" + id).expect(200);
        assertThat(seen.items())
                .hasSize(3)
                .allSatisfy(leaf -> assertThat(leaf.toString())
                        .contains("\"by\":\"user:" + id + "\"", "\"change\":\"email-address\""));
        assertThat(seen.body()).doesNotContain("example.com");
    }

    @Test
    void aMailThatIsNotTakenIsTriedAgain() {
        try (Portal marco = Portal.open(server);
                Portal admin = Portal.open(server)) {
            marco.logIn("marco", Login.DEMONSTRATION_PASSWORD);
            mail.refuse(true);
            try {
                marco.go("/account/profile.xhtml");
                marco.page().locator("#email-address").fill("marco@example.com");
                marco.page().locator("#save-email").click();
                assertThat(marco.page().getByTestId("email-pending")).isVisible();
                admin.logIn("admin", Login.DEMONSTRATION_PASSWORD);
                admin.go("/operation/health.xhtml");
                assertThat(admin.page().getByTestId("mails-waiting")).hasText("1");
                assertThat(admin.seriousViolations()).isEmpty();
                admin.picture("mail-health");
            } finally {
                mail.refuse(false);
            }
            assertThat(mail.await("marco@example.com", 0).link()).contains("/confirm.xhtml#");
        }
    }

    /** The manufacturer of expected devices is suspended, and who manages them is told by mail. */
    private static void assertNoticesCome(Portal olivia) throws Exception {
        olivia.page().locator("#wants-notices").check();
        olivia.awaitAjax();
        int before = mail.count();
        ApiClient manager = client("olivia");
        ApiClient admin = client("admin");
        String manufacturer = manager.get("/manufacturers").expect(200).first("id");
        String imports =
                "/organizations/" + admin.get("/organizations").expect(200).first("id") + "/imports";
        String file = Files.readString(ImportFile.sound("mail.csv", "36290", 2));
        String draft = manager.post(imports + "?manufacturer=" + manufacturer, "text/csv", file)
                .expect(201)
                .text("id");
        manager.post(imports + "/" + draft + "/commit", "{\"validRowsOnly\":false}")
                .expect(200);
        admin.post("/manufacturers/" + manufacturer + "/suspend", "").expect(200);
        MailServer.Received told = mail.await("olivia@example.com", before);
        assertThat(told.body())
                .contains("Your organization Demo Fleet has 1 unread notice", "suspended")
                .doesNotContain("36290");
        assertThat(told.link()).endsWith("/organization/notices.xhtml");
        admin.patch("/manufacturers/" + manufacturer, "{\"suspended\":false}", null)
                .expect(200);
    }

    private static ApiClient client(String username) {
        return server.nobody()
                .basic(username, Login.DEMONSTRATION_PASSWORD)
                .withNewToken()
                .below("/api/v1");
    }

    private static String forget(Portal portal, String username) {
        Page page = portal.page();
        portal.go("/login.xhtml");
        page.getByTestId("forgot").click();
        page.locator("#username").fill(username);
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture("mail-forgot");
        page.locator("#send").click();
        assertThat(page.getByTestId("forgot-done"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        return page.locator("main").innerText();
    }
}
