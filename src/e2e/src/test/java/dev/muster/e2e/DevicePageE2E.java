package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.ApiClient;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a device says what is the case, where the device comes from, what has happened, and what it reported. */
class DevicePageE2E {

    private static final String SERIES = "36141";

    private static final long HOUR = 3_600_000;

    private static DemoCertificate certificate;

    private static ApiClient device;

    private static String id;

    @BeforeAll
    static void aDeviceJoins() throws Exception {
        Chromium.require();
        DemoApi.enroll(Files.readString(ImportFile.sound("device-page.csv", SERIES, 2)));
        certificate = DemoCertificate.create("Device page line");
        device = certificate.device(imei());
        id = DemoApi.of("olivia")
                .get("/organizations/" + DemoApi.organization() + "/devices?search=" + imei())
                .expect(200)
                .first("id");
    }

    @Test
    void thePageTellsTheStoryOfTheDevice() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            page.setViewportSize(1440, 900);
            olivia.go("/organization/device.xhtml?id=" + id);
            assertThat(page.getByTestId("verdict-sentence")).containsText("last heard");
            assertThat(page.getByTestId("origin-import")).containsText("row 1");
            assertThat(page.getByTestId("origin-certificate")).hasText("Device page line");
            assertThat(page.getByTestId("timeline").locator("li").last()).containsText("Imported");
            report();
            page.locator("#refresh").click();
            seeRanges(page);
            seeMessages(page);
            assertThat(olivia.seriousViolations()).isEmpty();
            picture(olivia, "device-story", "verdict");
            picture(olivia, "device-timeline", "timeline");
            page.setViewportSize(390, 844);
            assertThat(PageWidths.overflow(page)).isZero();
            picture(olivia, "device-story-390", "verdict");
            picture(olivia, "device-timeline-390", "timeline");

            DemoApi.of("marco")
                    .delete("/manufacturers/" + DemoApi.manufacturer() + "/certificates/" + certificate.id()
                            + "?reason=KEY_COMPROMISE");
            page.reload();
            assertThat(page.getByTestId("verdict-sentence"))
                    .hasText(Pattern.compile(
                            "Invalidated .* UTC: .* deleted certificate Device page line, reason: key compromised\\."));
            assertThat(page.getByTestId("timeline").locator("li").first()).containsText("Invalidated");
            assertThat(olivia.seriousViolations()).isEmpty();
            picture(olivia, "device-invalidated-390", "verdict");
        }
    }

    private static void picture(Portal olivia, String name, String place) {
        olivia.page().getByTestId(place).evaluate("place => place.scrollIntoView({block: 'center'})");
        olivia.picture(name);
    }

    private static void report() {
        List<String> messages = new ArrayList<>();
        long now = Instant.now().toEpochMilli();
        for (int hour = 1; hour <= 30; hour++) {
            messages.add("{\"ts\":%d,\"data\":{\"level\":%d}}".formatted(now - hour * HOUR, hour));
        }
        device.post("/telemetry", "application/json", "[" + String.join(",", messages) + "]")
                .ok();
    }

    private static void seeRanges(Page page) {
        assertThat(chart(page)).containsText("no numbers in this range");
        page.getByTestId("range").selectOption("MONTH");
        assertThat(chart(page)).containsText("lowest 1, average 15.5, highest 30");
        page.getByTestId("range").selectOption("CUSTOM");
        assertThat(page.locator("#chart-from")).isVisible();
        page.locator("#chart-to").fill("2026-01-01T00:00");
        page.locator("#draw").click();
        assertThat(page.locator("#refused_container")).containsText("The start time must be before the end time");
        page.locator("#chart-from").fill("2025-12-31T00:00");
        page.locator("#draw").click();
        assertThat(chart(page)).containsText("no numbers in this range");
        page.getByTestId("range").selectOption("WEEK");
        assertThat(chart(page)).containsText("highest 30");
    }

    private static void seeMessages(Page page) {
        assertThat(page.getByTestId("history").locator("tbody tr")).hasCount(20);
        assertThat(page.getByTestId("history").locator("tbody tr").nth(1)).containsText("{\"level\":1}");
        page.locator("#older").click();
        assertThat(page.getByTestId("history").locator("tbody tr").first()).containsText("{\"level\":20}");
        page.locator("#newest").click();
        assertThat(page.getByTestId("history").locator("tbody tr").nth(1)).containsText("{\"level\":1}");
    }

    /** The sample script has reported other keys, too. */
    private static Locator chart(Page page) {
        return page.locator("[data-testid=chart][data-key=level]");
    }

    private static String imei() {
        return ImportFile.imei(SERIES, 1);
    }
}
