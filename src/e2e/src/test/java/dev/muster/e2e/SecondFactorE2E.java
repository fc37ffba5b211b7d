package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.muster.testkit.ApiClient;
import dev.muster.testkit.AuthenticatorApp;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user sets an authenticator app up, logs in with it and with a recovery code, loses it, and is helped. */
class SecondFactorE2E {

    private static final String FIRST = "the first password of all";

    private static final String PASSWORD = "nine cats in the sun";

    private String name;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @BeforeEach
    void makeAUser() {
        name = "faye-" + UUID.randomUUID().toString().substring(0, 8);
        ApiClient admin = DemoApi.of("admin");
        admin.post("/users", """
                        {"username":"%s","password":"%s","role":"ORGANIZATION_MANAGER","organizationId":"%s"}""".formatted(name, FIRST, DemoApi.organization())).expect(201);
        DemoServer.running()
                .nobody()
                .basic(name, FIRST)
                .post("/api/v1/account/password", "{\"password\":\"" + PASSWORD + "\"}")
                .expect(204);
    }

    @Test
    void aFactorIsSetUpUsedAndLost() throws Exception {
        try (Portal faye = Portal.open();
                Portal admin = Portal.of("admin")) {
            faye.logIn(name, PASSWORD);
            AuthenticatorApp app = begin(faye);
            List<String> codes = confirm(faye, app);

            faye.logOut();
            logInByApp(faye, app);
            faye.logOut();
            faye.logIn(name, PASSWORD);
            finish(faye, codes.getFirst());
            assertThat(faye.tenant()).hasText("Demo Fleet");
            faye.go("/account/factors.xhtml");
            assertThat(faye.page().getByTestId("codes-left")).hasText("9");
            faye.picture("second-factor-in-use");

            removeByAdministrator(admin);

            faye.go("/organization/imports.xhtml");
            assertThat(faye.page()).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
            faye.logIn(name, PASSWORD);
            assertThat(faye.tenant()).hasText("Demo Fleet");
        }
    }

    @Test
    void theDialogsAreWorkedByTheKeyboardAndTheUserRemovesTheApp() throws Exception {
        try (Portal faye = Portal.open()) {
            faye.logIn(name, PASSWORD);
            AuthenticatorApp app = begin(faye);
            confirm(faye, app);
            DialogWalk walk = new DialogWalk(faye).through("/account/factors.xhtml");
            assertThat(walk.closing()).contains("renew", "remove");
            assertThat(walk.staying()).containsExactly("issued");

            faye.go("/account/factors.xhtml");
            Page page = faye.page();
            page.getByTestId("remove").press("Enter");
            faye.awaitDialog("remove");
            faye.picture("second-factor-remove");
            page.keyboard().type(PASSWORD);
            page.locator("#remove-code").fill(app.next());
            page.keyboard().press("Enter");
            assertThat(page.locator("#begin-password")).isVisible();
        }
    }

    /** By the picture of the code, as a telephone reads it; the key beside it is the same. */
    private static AuthenticatorApp begin(Portal portal) throws Exception {
        Page page = portal.page();
        portal.go("/account/factors.xhtml");
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture("second-factor-none");
        page.locator("#begin-password").fill(PASSWORD);
        page.locator("#begin").click();
        assertThat(page.getByTestId("qr")).isVisible();
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture("second-factor-set-up");
        String uri = QrReader.read(page.getByTestId("qr").screenshot());
        String seed = page.getByTestId("seed").innerText().replace(" ", "");
        assertThat(uri).startsWith("otpauth://totp/Muster:faye-").contains("?secret=" + seed + "&issuer=Muster");
        return new AuthenticatorApp(seed);
    }

    private static List<String> confirm(Portal portal, AuthenticatorApp app) {
        Page page = portal.page();
        page.locator("#confirm-code").fill(app.old());
        page.locator("#confirm-code").press("Enter");
        page.getByText("The code is wrong. Type").first().waitFor();
        page.locator("#confirm-code").fill(app.next());
        page.locator("#confirm").click();
        portal.awaitDialog("issued");
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture("second-factor-codes");
        List<String> codes =
                List.of(page.getByTestId("issued-codes").inputValue().split("\n"));
        assertThat(codes).hasSize(10);
        page.getByTestId("issued-stored").check();
        page.getByTestId("issued-close").click();
        assertThat(page.getByTestId("codes-left")).hasText("10");
        return codes;
    }

    private void logInByApp(Portal portal, AuthenticatorApp app) {
        Page page = portal.page();
        portal.go("/account/profile.xhtml");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, Portal.button("Log in")).click();
        assertThat(page.getByTestId("code-form")).isVisible();
        assertThat(page.locator("#code")).isFocused();
        assertThat(portal.seriousViolations()).isEmpty();
        finish(portal, app.old());
        assertThat(page.locator("#messages")).containsText("The code is wrong");
        portal.picture("second-factor-login");
        finish(portal, app.next());
        assertThat(page).hasURL(Pattern.compile(".*/account/profile\\.xhtml"));
        assertThat(page.getByTestId("has-factor")).hasText("in use");
    }

    private static void finish(Portal portal, String code) {
        portal.page().locator("#code").fill(code);
        portal.page().locator("#code").press("Enter");
        portal.page().waitForLoadState();
    }

    private void removeByAdministrator(Portal admin) {
        Page page = admin.page();
        admin.go("/administration/users.xhtml");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.getByTestId("user-factor")).hasText("in use");
        page.getByTestId("remove-factors").click();
        admin.awaitDialog("remove-factors");
        assertThat(admin.seriousViolations()).isEmpty();
        page.locator("#remove-factors-confirm").click();
        page.getByText("Enter a reason.").first().waitFor();
        page.locator("#remove-factors-reason").fill("lost telephone, called back");
        admin.picture("second-factor-removed-by-administrator");
        page.locator("#remove-factors-confirm").click();
        assertThat(page.getByTestId("user-factor")).hasText("none");
    }
}
