package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, who does not, and what every page owes to whoever cannot see it. */
class AccessE2E {

    /** By user name: a login takes longer than a page. */
    private static final Map<String, Portal> LOGGED_IN = new HashMap<>();

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @AfterAll
    static void leave() {
        LOGGED_IN.values().forEach(Portal::close);
    }

    private static Portal loggedIn(String username) throws IOException {
        if (!LOGGED_IN.containsKey(username)) {
            LOGGED_IN.put(username, Portal.of(username));
        }
        return LOGGED_IN.get(username);
    }

    @Test
    void theLoginPageTellsTheDemonstrationsLogins() throws IOException {
        try (Portal portal = Portal.open()) {
            portal.go("/");
            assertThat(portal.page()).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
            assertThat(portal.page().getByTestId("demo-logins")).containsText("olivia");
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("login");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() throws IOException {
        try (Portal portal = Portal.open()) {
            portal.logIn("olivia", "not the password");
            String wrong = portal.page().locator("#messages").innerText();
            portal.logIn("nobody", "not the password");

            assertThat(wrong).isNotBlank();
            assertThat(portal.page().locator("#messages").innerText()).isEqualTo(wrong);
        }
    }

    @Test
    void whoLogsOutIsOut() throws IOException {
        try (Portal portal = Portal.of("olivia")) {
            portal.go("/organization/devices.xhtml");
            portal.page().getByTestId("user-menu").locator("summary").click();
            portal.page().locator("#log-out").click();
            portal.go("/organization/devices.xhtml");

            assertThat(portal.page()).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "olivia, /manufacturer/certificates.xhtml",
        "olivia, /administration/users.xhtml",
        "olivia, /manufacturer/identifiers.xhtml",
        "marco, /administration/manufacturer.xhtml",
        "marco, /organization/notices.xhtml",
        "marco, /organization/imports.xhtml",
        "marco, /administration/users.xhtml",
        "admin, /organization/devices.xhtml",
    })
    void pagesOfAnotherRoleAreClosed(String username, String path) throws IOException {
        Portal portal = loggedIn(username);
        Response response = portal.page().navigate(portal.server().url() + path);

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.text()).doesNotContain("Payara").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "olivia, /organization/imports.xhtml, provisioning",
        "olivia, /organization/devices.xhtml, devices-page",
        "olivia, /organization/attempts.xhtml, attempts-own",
        "olivia, /organization/expected.xhtml, expected-none",
        "olivia, /account/tokens.xhtml, tokens",
        "olivia, /account/passkeys.xhtml, passkeys-none",
        "olivia, /account/password.xhtml, password",
        "marco, /manufacturer/certificates.xhtml, certificates-page",
        "marco, /manufacturer/attempts.xhtml, attempts",
        "marco, /manufacturer/identifiers.xhtml, identifiers",
        "marco, /manufacturer/profile.xhtml, profile",
        "olivia, /organization/notices.xhtml, notices-none",
        "admin, /administration/organizations.xhtml, organizations",
        "admin, /administration/manufacturers.xhtml, manufacturers",
        "admin, /administration/users.xhtml, users",
        "admin, /operation/log.xhtml, log-page",
        "olivia, /organization/log.xhtml, log-organization",
        "marco, /manufacturer/log.xhtml, log-manufacturer",
    })
    void everyPageIsAccessible(String username, String path, String name) throws IOException {
        Portal portal = loggedIn(username);
        Response response = portal.page().navigate(portal.server().url() + path);

        assertThat(response.status()).isEqualTo(200);
        assertThat(portal.seriousViolations()).isEmpty();
        portal.picture(name);
    }

    @Test
    void theSessionCookieIsOutOfReach() throws IOException {
        try (Portal portal = Portal.of("olivia")) {
            Page page = portal.page();

            assertThat(page.evaluate("document.cookie")).isEqualTo("");
            assertThat(page.context().cookies())
                    .filteredOn(cookie -> cookie.name.equals("muster-session"))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(cookie.sameSite).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
                        assertThat(cookie.value).hasSizeGreaterThan(22);
                    });
        }
    }
}
