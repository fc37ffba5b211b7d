package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page in German, whose words are long, and in Arabic, from right to left: it says its language, no text is missing, and it is not
 * wider than the window. A usual run looks at a telephone; {@code -Pendurance} also at the dialogs, all widths and colors, with axe-core.
 */
class EveryLanguageE2E {

    @BeforeAll
    static void everythingHasSomethingToShow() throws IOException {
        Chromium.require();
        PortalPages.fill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void thePagesOfAnOrganization(String language) throws IOException {
        walk(language, "olivia", PortalPages.OF_ORGANIZATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void thePagesOfAManufacturer(String language) throws IOException {
        walk(language, "marco", PortalPages.OF_MANUFACTURERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void thePagesOfAnAdministratorAndOfEverybody(String language) throws IOException {
        walk(language, "admin", PortalPages.OF_ADMINISTRATORS, PortalPages.OF_EVERYBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "ar"})
    void thePagesBeforeTheLogin(String language) throws IOException {
        try (Portal portal = Portal.in(language)) {
            PageWalk walk = new PageWalk(portal, language);
            PortalPages.through(walk, PortalPages.BEFORE_THE_LOGIN);
            assertThat(walk.faults()).isEmpty();
        }
    }

    /** The choice of the browser before the login, and then that of the user, count more than what the browser asks for. */
    @Test
    void aUserChoosesALanguageAndATimeZone() throws IOException {
        try (Portal portal = Portal.in("de")) {
            portal.go("/login.xhtml");
            assertThat(portal.page().locator("h1").textContent()).isEqualTo("Anmelden");
            portal.page().locator(".languages a[lang=ar]").click();
            portal.page().waitForFunction("() => document.documentElement.dir === 'rtl'");

            portal.page().locator(".languages a[lang=en]").click();
            portal.page().waitForFunction("() => document.documentElement.lang === 'en'");
            portal.logIn("marco", "muster-demo-only");
            portal.go("/account/profile.xhtml");
            choose(portal, "ar", "Asia/Riyadh");
            assertThat(portal.page().evaluate("() => document.documentElement.lang + document.documentElement.dir"))
                    .isEqualTo("arrtl");
            String now = portal.page()
                    .getByTestId("sessions")
                    .locator(".time")
                    .first()
                    .getAttribute("title");
            assertThat(now).containsPattern("\\d{1,2}\u200f/\\d{1,2}\u200f/\\d{4}، .* في .*Asia/Riyadh.*، .* UTC");

            choose(portal, "", "");
            assertThat(portal.page().evaluate("() => document.documentElement.lang"))
                    .isEqualTo("en");
        }
    }

    private static void choose(Portal portal, String language, String timeZone) {
        portal.page().getByTestId("language").selectOption(language);
        portal.page().getByTestId("time-zone").selectOption(timeZone);
        portal.page()
                .waitForResponse(
                        answer -> "GET".equals(answer.request().method())
                                && answer.url().contains("/account/profile.xhtml"),
                        portal.page().locator("#save-preferences")::click);
        portal.page().waitForLoadState();
        portal.awaitAjax();
    }

    private static void walk(String language, String username, String[]... pages) throws IOException {
        try (Portal portal = Portal.of(username, language)) {
            PageWalk walk = new PageWalk(portal, language);
            for (String[] some : pages) {
                PortalPages.through(walk, some);
            }
            assertThat(walk.faults()).isEmpty();
        }
    }
}
