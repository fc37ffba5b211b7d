package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user adds a passkey, logs in with it and deletes it, by the keyboard, with an authenticator that Chromium simulates. */
class PasskeyE2E {

    private static final String PAGE = "/account/passkeys.xhtml";

    private static final String FIRST = "chosen by an administrator";

    private static final String PASSWORD = "nine cats in the sun";

    private String name;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    /** A user of its own: a passkey that a failed test leaves must not bar the way of other tests. */
    @BeforeEach
    void makeAUser() {
        name = "pia-" + UUID.randomUUID().toString().substring(0, 8);
        DemoApi.of("admin")
                .post("/users", """
                        {"username":"%s","password":"%s","role":"ORGANIZATION_VIEWER","organizationId":"%s"}""".formatted(name, FIRST, DemoApi.organization()))
                .expect(201);
        DemoServer.running()
                .nobody()
                .basic(name, FIRST)
                .post("/api/v1/account/password", "{\"password\":\"" + PASSWORD + "\"}")
                .expect(204);
    }

    private Portal logIn() throws IOException {
        Portal portal = Portal.open();
        portal.logIn(name, PASSWORD);
        portal.page().waitForURL(url -> !url.contains("/login.xhtml"));
        return portal;
    }

    @Test
    void aPasskeyIsAddedLogsInAndIsDeleted() throws IOException {
        try (Portal portal = logIn()) {
            Page page = portal.page();
            VirtualAuthenticator authenticator = VirtualAuthenticator.at(page);
            add(portal, "telephone");
            assertThat(page.getByTestId("passkeys")).containsText("telephone");
            assertThat(authenticator.passkeys()).isEqualTo(1);
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("passkeys");

            logInAgain(portal);
            assertThat(page).hasURL(Pattern.compile(".*/account/passkeys\\.xhtml$"));
            logInAfterThePassword(portal);
            portal.go(PAGE);

            rename(portal);
            delete(portal);
            portal.logOut();
            press(page);
            assertThat(page.getByTestId("passkey-refusal")).containsText("does not log you in");
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("passkey-refused");
        }
    }

    @Test
    void whatGoesWrongIsSaidInWords() throws IOException {
        try (Portal portal = logIn()) {
            Page page = portal.page();
            VirtualAuthenticator authenticator = VirtualAuthenticator.at(page);
            portal.go(PAGE);
            page.getByTestId("add").press("Enter");
            portal.awaitDialog("add");
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("passkey-refusal")).hasText("Enter a name for the passkey.");
            page.keyboard().type("nothing");
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("passkey-refusal")).hasText("Enter your current password.");
            page.keyboard().type("not my password");
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("passkey-refusal")).containsText("The current password is wrong");
            portal.picture("passkey-wrong-password");

            authenticator.verifies(false);
            page.locator("#passkey-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("passkey-refusal")).containsText("the dialog was cancelled");
            assertThat(portal.seriousViolations()).isEmpty();
            authenticator.verifies(true);
            page.locator("#passkey-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("passkeys")).containsText("nothing");

            page.getByTestId("add").press("Enter");
            portal.awaitDialog("add");
            page.locator("#passkey-name").fill("the same device again");
            page.locator("#passkey-password").fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByTestId("passkey-refusal")).containsText("already has a passkey for you");
            page.keyboard().press("Escape");
            delete(portal);

            authenticator.clear();
            portal.logOut();
            press(page);
            assertThat(page.getByTestId("passkey-refusal")).containsText("this device has no passkey for you");
        }
    }

    /** An IP address has no passkeys: the pages offer none, and say where there are some. */
    @Test
    void onAnAddressWithoutANameNothingIsOffered() throws IOException {
        try (Portal portal = Portal.open()) {
            String address = portal.server().url().replace("localhost", "127.0.0.1");
            Page page = portal.page();
            page.navigate(address + "/login.xhtml");
            assertThat(page.locator("#log-in")).isVisible();
            assertThat(page.getByTestId("passkey-log-in")).isHidden();
            page.getByLabel("User name").fill(name);
            page.getByLabel("Password").fill(PASSWORD);
            page.locator("#log-in").click();
            page.waitForURL(url -> !url.contains("/login.xhtml"));
            page.navigate(address + PAGE);
            assertThat(page.getByTestId("not-possible"))
                    .containsText(portal.server().url());
            assertThat(page.getByTestId("add")).isHidden();
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("passkeys-not-possible");
        }
    }

    private static void add(Portal portal, String name) {
        Page page = portal.page();
        portal.go(PAGE);
        page.getByTestId("add").press("Enter");
        portal.awaitDialog("add");
        page.keyboard().type(name);
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        portal.picture("passkey-add");
        page.keyboard().press("Enter");
        assertThat(page.locator("#add")).isHidden();
    }

    private static void logInAgain(Portal portal) {
        Page page = portal.page();
        portal.logOut();
        portal.go(PAGE);
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture("login-with-passkey");
        portal.tabTo("#passkey-log-in");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login.xhtml"));
    }

    private void logInAfterThePassword(Portal portal) {
        Page page = portal.page();
        portal.logOut();
        portal.logIn(name, PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/login-code\\.xhtml.*"));
        assertThat(page.getByTestId("passkey-log-in")).isVisible();
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture("second-factor-passkey");
        portal.tabTo("#passkey-log-in");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, Portal.button("Log in with a passkey")).click();
    }

    private static void rename(Portal portal) {
        Page page = portal.page();
        page.getByTestId("rename").press("Enter");
        portal.awaitDialog("rename");
        assertThat(page.locator("#new-name")).hasValue("telephone");
        page.locator("#new-name").fill("old telephone");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("passkeys")).containsText("old telephone");
        assertThat(page.locator("#rename")).isHidden();
    }

    private static void delete(Portal portal) {
        Page page = portal.page();
        page.getByTestId("delete").press("Enter");
        portal.awaitDialog("remove");
        portal.picture("passkey-delete");
        page.locator("#remove-password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("passkeys")).containsText("No passkeys");
        assertThat(page.locator("#remove")).isHidden();
    }
}
