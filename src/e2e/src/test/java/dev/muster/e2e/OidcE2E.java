package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.testkit.FreePorts;
import dev.muster.testkit.Login;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.RealProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single sign-on in a browser, through the pages of a real OpenID provider. */
class OidcE2E {

    private static RealProvider provider;
    private static MusterServer server;

    @BeforeAll
    static void start() throws Exception {
        Chromium.require();
        Path directory = Path.of(System.getProperty("muster.e2e.directory"), "oidc-" + UUID.randomUUID());
        Map<String, String> settings = new HashMap<>(FreePorts.settings());
        provider = new RealProvider(Files.createDirectories(directory.resolve("provider")))
                .start("https://localhost:" + settings.get("muster.https-port") + "/oidc/callback");
        provider.put("anna", "subject of anna", "Anna Acme", "admins");
        provider.put("bela", "subject of bela", "Bela Acme", "nothing");
        settings.putAll(provider.settings());
        settings.put("muster.oidc.groups", "admins=ADMINISTRATOR");
        settings.put("muster.oidc.name", "Acme ID");
        settings.putAll(DemoServer.quickStart());
        server = MusterServer.start(Login.demonstration("admin"), directory.resolve("server"), settings);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.kill();
            provider.close();
        }
    }

    @Test
    void theButtonLeadsToTheProviderAndBackToThePage() {
        try (Portal portal = Portal.open(server)) {
            Page page = portal.page();
            portal.go("/administration/users.xhtml");
            assertThat(page.getByTestId("sign-on")).hasText("Log in with Acme ID");
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("sign-on-login");
            logIn(page, "anna");

            assertThat(page).hasURL(Pattern.compile(".*/administration/users\\.xhtml"));
            assertThat(page.getByTestId("of-provider")).hasText("Single sign-on");
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("sign-on-users");
            page.locator("#users a.strong").getByText("anna").click();
            assertThat(page.getByTestId("of-provider")).containsText(provider.issuer());
            assertThat(page.getByTestId("reset")).hasCount(0);
            portal.picture("sign-on-user");
            portal.logOut();
            assertThat(page.getByTestId("sign-on")).isVisible();
        }
    }

    @Test
    void aRefusalIsSaidOnTheLoginPage() {
        try (Portal portal = Portal.open(server)) {
            Page page = portal.page();
            portal.go("/login.xhtml");
            logIn(page, "bela");
            assertThat(page.locator("#messages")).containsText("None of your groups at Acme ID gives you access");
            assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml\\?refusal=no-group"));
            assertThat(portal.seriousViolations()).isEmpty();
            portal.picture("sign-on-refused");
        }
    }

    private static void logIn(Page page, String username) {
        page.getByTestId("sign-on").click();
        page.getByPlaceholder("Username").fill(username);
        page.getByPlaceholder("Password").fill(RealProvider.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> url.startsWith(server.url()) && !url.contains("/oidc/"));
    }
}
