package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all pages have: a head for telephones, colors, times, messages, help and a tour. */
class EverywhereE2E {

    private static final String SERIES = "36808";

    private static final String WRITTEN = "\\d{1,2} [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d:\\d\\d";

    private static final String GROUND = "() => getComputedStyle(document.body).backgroundColor";

    private static final String LIGHT = "rgb(243, 246, 247)";

    private static final String DARK = "rgb(16, 24, 29)";

    /** The names of the controls that a message covers. */
    private static final String COVERED =
            "() => { const box = document.querySelector('#told_container').getBoundingClientRect();"
                    + " return Array.from(document.querySelectorAll('button, a[href], input, select')).filter(control => {"
                    + " if (control.closest('.ui-growl') || !control.checkVisibility({visibilityProperty: true})) { return false; }"
                    + " const other = control.getBoundingClientRect(); return other.width > 0 && other.right > box.left && other.left < box.right"
                    + " && other.bottom > box.top && other.top < box.bottom; }).map(control => control.outerHTML); }";

    @BeforeAll
    static void somethingIsThere() throws IOException {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("everywhere.csv", SERIES, 3)));
    }

    @Test
    void onATelephoneTheAreasAreBehindAButtonAndRowsAreCards() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(390, 844);
            olivia.go("/organization/imports.xhtml");
            Locator areas = page.locator("#areas");
            assertThat(areas).isHidden();
            page.getByTestId("menu-button").click();
            assertThat(areas.getByText("Settings")).isVisible();
            olivia.picture("phone-menu");
            page.keyboard().press("Escape");
            assertThat(areas).isHidden();
            assertThat(page.getByTestId("menu-button")).isFocused();

            Locator cell =
                    page.locator("#imports_data td[data-label=Manufacturer]").first();
            assertThat(cell).containsText("Acme Trackers");
            assertThat(cell.evaluate("cell => getComputedStyle(cell, '::before').content"))
                    .isEqualTo("\"Manufacturer\"");
            olivia.picture("phone-cards");
        }
    }

    @Test
    void theSystemsColorsCountUntilTheUserChooses() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            marco.go("/manufacturer/overview.xhtml");
            assertThat(page.evaluate(GROUND)).isEqualTo(DARK);
            choose(page, "Light");
            assertThat(page.evaluate(GROUND)).isEqualTo(LIGHT);
            page.reload();
            assertThat(page.evaluate(GROUND)).isEqualTo(LIGHT);
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            choose(page, "Dark");
            marco.go("/manufacturer/certificates.xhtml");
            assertThat(page.evaluate(GROUND)).isEqualTo(DARK);
            choose(page, "System");
            assertThat(page.evaluate(GROUND)).isEqualTo(LIGHT);
        }
    }

    private static void choose(Page page, String scheme) {
        page.getByTestId("user-menu").locator("summary").click();
        Locator button = page.locator(".scheme").getByText(scheme);
        button.click();
        assertThat(button).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Escape");
    }

    @Test
    void timesAreThoseOfTheUsersClockWithUtcOnHover() throws IOException {
        try (Portal olivia = Portal.inZone("olivia", "Asia/Tokyo")) {
            Page page = olivia.page();
            olivia.go("/organization/imports.xhtml");
            Locator created =
                    page.locator("#imports_data td[data-label=Created] .time").first();
            assertThat(created).hasText(Pattern.compile("just now|\\d+ (min|h) ago"));
            assertThat(created).hasAttribute("title", Pattern.compile(WRITTEN + " here, " + WRITTEN + " UTC"));
            String[] times = created.getAttribute("title").split(" here, ");
            assertThat(Duration.between(time(times[1].replace(" UTC", "")), time(times[0])))
                    .hasHours(9);
        }
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK));
    }

    @Test
    void messagesCoverNothingThatCanBePressed() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            for (int width : new int[] {1280, 390}) {
                page.setViewportSize(width, 800);
                olivia.go("/organization/settings.xhtml");
                page.evaluate("() => Muster.tell('info', 'Saved. This message has to find a place of its own.')");
                assertThat(page.locator("#told_container .ui-growl-item")).isVisible();
                page.waitForFunction("covered => eval(covered)().length === 0", COVERED);
                assertThat(page.locator("#told_container").boundingBox().y).isGreaterThan(100);
                olivia.picture("message-" + width);
            }
        }
    }

    @Test
    void theQuestionMarkOpensTheHelpForThePage() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            marco.go("/account/passkeys.xhtml");
            Page help = page.waitForPopup(() -> page.getByTestId("help").click());
            assertThat(help).hasURL(Pattern.compile(".*/help\\.xhtml\\?page=people#passkeys$"));
            assertThat(help.locator("#passkeys")).hasText("Passkeys");
            help.getByText("Who may do what").first().click();
            assertThat(help.locator("main h1")).hasText("Who may do what");
            help.navigate(marco.server().url() + "/help.xhtml?page=nowhere");
            assertThat(help.locator("h1")).hasText("Page not found");
        }
        try (Portal nobody = Portal.open()) {
            nobody.go("/help.xhtml?page=making-a-certificate");
            assertThat(nobody.page().locator("main img").first()).isVisible();
            assertThat(nobody.page().locator("main")).not().containsText("muster-demo-only");
        }
    }

    @Test
    void theTourIsOfferedOnceAndCanBeTakenAgain() throws IOException {
        try (Portal marco = Portal.of("marco")) {
            Page page = marco.page();
            marco.go("/manufacturer/overview.xhtml");
            page.getByTestId("tour-start").click();
            assertThat(page.locator("#tour-title")).hasText("Your overview");
            assertThat(page.getByTestId("tour-back")).isDisabled();
            marco.picture("tour");
            page.getByTestId("tour-next").click();
            assertThat(page.locator("#tour-title")).hasText("Certificates");
            assertThat(page.locator("a.toured")).hasText("Certificates");
            assertThat(marco.violations()).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.getByTestId("tour")).isHidden();
            assertThat(page.getByTestId("tour-offer")).hasCount(0);
            marco.awaitAjax();
            page.reload();
            assertThat(page.getByTestId("tour-offer")).hasCount(0);

            marco.go("/manufacturer/certificates.xhtml");
            page.getByTestId("user-menu").locator("summary").click();
            page.getByTestId("tour-again").click();
            while (!page.getByTestId("tour-next").textContent().equals("Done")) {
                page.getByTestId("tour-next").click();
            }
            page.getByTestId("tour-next").click();
            assertThat(page.getByTestId("tour")).isHidden();
        }
    }

    @Test
    void aLoginOfTheDemonstrationIsOneClick() throws IOException {
        try (Portal nobody = Portal.open()) {
            nobody.go("/login.xhtml");
            nobody.page().getByTestId("demo-logins").getByText("olivia").click();
            assertThat(nobody.page()).hasURL(Pattern.compile(".*/organization/overview\\.xhtml$"));
        }
    }
}
