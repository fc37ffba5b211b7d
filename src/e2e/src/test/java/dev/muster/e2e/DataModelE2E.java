package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.muster.testkit.ApiClient;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model is described by the keyboard and chosen for an import; its device is charted while it reports. */
class DataModelE2E {

    private static final String SERIES = "36103";

    private static final String IMEI = ImportFile.imei(SERIES, 1);

    private static final long MINUTE = 60_000;

    /** Other tests of the same server may have made some. */
    @BeforeAll
    static void thereAreNoModels() {
        Chromium.require();
        ApiClient olivia = DemoApi.of("olivia");
        String models = "/organizations/" + DemoApi.organization() + "/device-models";
        olivia.get(models).expect(200).items().getValuesAs(JsonObject.class).stream()
                .map(model -> model.getString("id"))
                .forEach(id -> olivia.delete(models + "/" + id).expect(204));
    }

    @Test
    void aModelIsMadeChosenAndSeenOnTheDevice() throws Exception {
        try (Portal olivia = Portal.of("olivia")) {
            seeThatThereAreNone(olivia);
            describe(olivia);
            chooseForAnImport(olivia);
            ApiClient device = join();
            openDevice(olivia);
            seeCharts(olivia, device);
            changeModelOfDevice(olivia);
            delete(olivia);
        }
    }

    private static void seeThatThereAreNone(Portal olivia) {
        olivia.go("/organization/devices.xhtml");
        olivia.page().locator("nav.areas").getByText("Data models").click();
        assertThat(olivia.page().getByText("No data models yet")).isVisible();
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("models-empty");
    }

    private static void describe(Portal olivia) {
        Page page = olivia.page();
        page.getByTestId("create").press("Enter");
        page.waitForURL("**/organization/model.xhtml");
        olivia.tabTo("#name");
        page.keyboard().type("Thermometer");
        type(olivia, 0, "temperature", "°C", "-40", "85");
        olivia.tabTo("#add-key");
        page.keyboard().press("Enter");
        assertThat(row(page, 2)).isFocused();
        type(olivia, 1, "battery", "%", "0", "100");
        olivia.tabTo("#add-key");
        page.keyboard().press("Enter");
        assertThat(row(page, 3)).isFocused();
        page.getByLabel("Remove key 3").press("Enter");
        assertThat(row(page, 3)).hasCount(0);
        olivia.tabTo("#refusing");
        page.keyboard().press("Space");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("model-form");
        page.locator("#save").press("Enter");
        assertThat(page.getByTestId("models")).containsText("temperature, battery");
        assertThat(page.getByTestId("models")).containsText("Refused");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("models");
    }

    private static Locator row(Page page, int number) {
        return page.getByLabel("Key " + number, new Page.GetByLabelOptions().setExact(true));
    }

    private static void type(Portal olivia, int row, String... words) {
        olivia.tabTo("[aria-label='Key " + (row + 1) + "']");
        olivia.page().keyboard().type(words[0]);
        olivia.page().keyboard().press("Tab");
        for (int i = 1; i < words.length; i++) {
            olivia.page().keyboard().press("Tab");
            olivia.page().keyboard().type(words[i]);
        }
    }

    private static void chooseForAnImport(Portal olivia) throws Exception {
        String draft = DemoApi.upload(Files.readString(ImportFile.sound("models.csv", SERIES, 1)));
        olivia.go("/organization/import.xhtml?id=" + draft);
        olivia.page().getByTestId("import-model").selectOption("Thermometer");
        assertThat(olivia.page().locator(".ui-growl-title").first()).containsText("get this data model");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("import-model");
        DemoApi.commit(draft);
    }

    private static ApiClient join() throws Exception {
        return DemoCertificate.create("Models line").device(IMEI);
    }

    private static void openDevice(Portal olivia) {
        olivia.go("/organization/devices.xhtml");
        olivia.page().locator("#text").fill(IMEI);
        olivia.page().locator("#text").press("Enter");
        assertThat(olivia.page().locator("#devices_data > tr[data-ri]")).hasCount(1);
        olivia.page().locator("#devices_data a").first().click();
        assertThat(olivia.page().getByTestId("device-identifier")).hasText(IMEI);
        assertThat(olivia.page().getByTestId("device-model")).hasText("Thermometer");
    }

    private static void seeCharts(Portal olivia, ApiClient device) throws Exception {
        List<String> messages = new ArrayList<>();
        long now = Instant.now().toEpochMilli();
        for (int minute = 1; minute < 60; minute++) {
            double temperature = 20 + 4 * Math.sin(minute / 6.0);
            messages.add("{\"ts\":%d,\"data\":{\"temperature\":%.2f,\"battery\":%d}}"
                    .formatted(now - minute * MINUTE, temperature, 40 + minute));
            messages.add("{\"ts\":%d,\"data\":{\"temperature\":%.2f}}"
                    .formatted(now - minute * MINUTE + 7, temperature + 1.5));
        }
        olivia.page().locator("#live").check();
        device.post("/telemetry", "application/json", "[" + String.join(",", messages) + "]")
                .ok();
        Page page = olivia.page();
        assertThat(page.getByTestId("chart")).hasCount(2);
        assertThat(page.getByTestId("chart").first()).containsText("battery in %: lowest 41, average 70");
        page.locator("#live").uncheck();
        assertThat(page.locator("canvas[role=img]").first()).isVisible();
        page.getByTestId("range").selectOption("WEEK");
        assertThat(page.getByTestId("chart").first()).containsText("highest 99 %");
        page.getByTestId("range").selectOption("HOUR");
        olivia.awaitAjax();
        page.getByTestId("chart").first().scrollIntoViewIfNeeded();
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("device-charts");
        Download file =
                page.waitForDownload(() -> page.getByTestId("telemetry-csv").click());
        Path saved = file.path();
        assertThat(Files.readString(saved))
                .startsWith("\uFEFFts,time,key,value\r\n")
                .contains(",battery,99\r\n");
        olivia.narrow();
        page.getByTestId("chart").first().scrollIntoViewIfNeeded();
        olivia.picture("device-charts-400");
        olivia.wide();
    }

    private static void changeModelOfDevice(Portal olivia) {
        Page page = olivia.page();
        page.getByTestId("choose-model").click();
        page.locator("#device-model").selectOption("");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("device-model");
        page.locator("#model-confirm").click();
        assertThat(page.getByTestId("device-model")).hasText("–");
    }

    private static void delete(Portal olivia) {
        Page page = olivia.page();
        olivia.go("/organization/models.xhtml");
        page.getByTestId("models").getByText("Thermometer").click();
        page.getByTestId("delete-model").click();
        assertThat(page.getByTestId("impact")).hasText("0 devices");
        assertThat(olivia.seriousViolations()).isEmpty();
        olivia.picture("model-delete");
        page.locator("#remove-confirm").click();
        assertThat(page.getByText("No data models yet")).isVisible();
    }
}
