package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The search over everything, and the list of shortcuts. */
class FindE2E {

    private static final String SERIES = "36909";

    private static String identifier;

    @BeforeAll
    static void aDeviceHasJoined() throws IOException {
        Chromium.require();
        identifier = ImportFile.imei(SERIES, 1);
        DemoApi.enroll(Files.readString(ImportFile.sound("find-me.csv", SERIES, 2)));
        DemoCertificate.create("Findable line").device(identifier);
    }

    @Test
    void aDeviceAnImportAndAPageAreFoundByTheKeyboard() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/overview.xhtml");
            page.keyboard().press("Control+k");
            olivia.awaitDialog("finder");
            assertThat(page.getByTestId("find-text")).isFocused();
            assertThat(options(page).first()).containsText("Overview");
            page.keyboard().type(identifier);
            assertThat(options(page)).hasCount(1);
            assertThat(page.getByTestId("find-state")).hasText("1 result");
            assertThat(options(page)).hasAttribute("aria-selected", "true");
            assertThat(olivia.violations()).isEmpty();
            olivia.picture("find");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/organization/device\\.xhtml\\?id=.*"));
            page.waitForLoadState();

            page.keyboard().press("/");
            olivia.awaitDialog("finder");
            page.keyboard().type("a");
            page.waitForFunction("() => document.querySelectorAll('#find-list [role=option]').length > 3");
            page.keyboard().press("ArrowDown");
            assertThat(page.getByTestId("find-text")).hasAttribute("aria-activedescendant", "found-1");
            page.keyboard().press("ArrowUp");
            assertThat(page.getByTestId("find-text")).hasAttribute("aria-activedescendant", "found-0");
            page.getByTestId("find-text").fill("data mod");
            assertThat(options(page)).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/organization/models\\.xhtml$"));
        }
    }

    @Test
    void nobodyFindsWhatIsOfAnotherTenant() throws IOException {
        try (Portal marco = Portal.of("marco");
                Portal admin = Portal.of("admin")) {
            assertThat(find(marco, identifier)).isEmpty();
            assertThat(find(marco, "find-me")).isEmpty();
            assertThat(find(marco, "Findable")).containsExactly("Findable line");
            assertThat(find(admin, identifier)).isEmpty();
            assertThat(find(admin, "Demo Fleet")).containsExactly("Demo Fleet");
            assertThat(find(admin, "olivia")).containsExactly("olivia");
            assertThat(find(admin, "Acme")).containsExactly("Acme Trackers");
        }
    }

    /** The names that are found, as the list has them. */
    private static List<String> find(Portal portal, String text) {
        Page page = portal.page();
        page.reload();
        page.getByTestId("find").click();
        portal.awaitDialog("finder");
        page.waitForResponse(
                answer -> answer.url().contains("/find?q=") && !answer.url().endsWith("q="),
                () -> page.getByTestId("find-text").fill(text));
        assertThat(page.getByTestId("find-state")).hasText(Pattern.compile("[1-9] results?|Nothing found.*"));
        return page.locator("#find-list .found-title").allTextContents();
    }

    private static Locator options(Page page) {
        return page.locator("#find-list [role=option]");
    }

    @Test
    void theShortcutsAreOneKeyAway() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            olivia.go("/organization/devices.xhtml");
            page.locator("#text").fill("what?");
            assertThat(page.locator("#shortcuts")).isHidden();
            page.locator("#text").fill("");
            page.locator("a.brand").focus();
            page.keyboard().press("?");
            assertThat(page.locator("#shortcuts")).isVisible();
            assertThat(page.locator("#shortcuts")).containsText("F8");
            olivia.picture("shortcuts");
            page.keyboard().press("Escape");
            assertThat(page.locator("#shortcuts")).isHidden();
            assertThat(page.locator("a.brand")).isFocused();
        }
    }
}
