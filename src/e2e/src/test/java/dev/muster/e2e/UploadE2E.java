package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file on its way in: what the form says of it, how far it is, how it is stopped. */
class UploadE2E {

    private static final int BYTES_PER_SECOND = 120_000;

    @BeforeAll
    static void browser() {
        Chromium.require();
    }

    @Test
    void headersOfTheMakersOwnAreMatched() throws IOException {
        String hostile = "<img src=x onerror=window.hacked=1>";
        Path file = ImportFile.withHeaders(
                "own-headers.csv",
                "IMEI;Label;\"" + hostile + "\";Kind",
                ImportFile.imei("35505", 1) + ";first;<script>window.hacked=1</script>;STANDALONE");
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            ImportsPage imports = new ImportsPage(olivia).open().openForm().choose("acme", "Acme Trackers", file);
            assertThat(page.getByTestId("columns-hint")).containsText("uniqueIdentifier, deviceName, deviceType");
            assertThat(page.getByTestId("columns-hint")).containsText("guessed from their names and contents");
            assertThat(page.getByTestId("preview-rows"))
                    .containsText("2" + ImportFile.imei("35505", 1) + "firstSTANDALONE");
            assertThat(page.getByTestId("preview-left-out")).hasText("Not read: " + hostile);

            imports.map("deviceName", hostile);
            assertThat(page.getByTestId("preview-rows")).containsText("<script>window.hacked=1</script>");
            assertThat(olivia.seriousViolations()).isEmpty();
            imports.map("deviceName", "Label");
            olivia.picture("import-columns");
            GridPage grid = imports.start();

            assertThat(grid.cell(1, "uniqueIdentifier")).hasValue(ImportFile.imei("35505", 1));
            assertThat(grid.cell(1, "deviceName")).hasValue("first");
            assertThat(page.getByTestId("warnings")).containsText(hostile);
            assertThat(page.evaluate("typeof window.hacked")).isEqualTo("undefined");
        }
    }

    @Test
    void theFirstRowsAreShownBeforeAnythingIsStored() throws IOException {
        Path file = ImportFile.sound("shown.csv", "35525", 300);
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            ImportsPage imports = new ImportsPage(olivia).open();
            int before = page.getByTestId("status").count();
            imports.openForm();
            page.getByTestId("file").setInputFiles(file);
            assertThat(page.getByTestId("preview-note"))
                    .hasText("The first 100 rows of the file, as the import will read them. Nothing is stored yet.");
            assertThat(page.locator("#preview-rows tr")).hasCount(100);
            assertThat(page.locator("#preview-rows tr").last()).containsText("101" + ImportFile.imei("35525", 100));
            assertThat(page.getByTestId("map-deviceName")).hasValue("1");
            olivia.picture("import-preview");
            assertThat(olivia.seriousViolations()).isEmpty();
            imports.open();
            assertThat(page.getByTestId("status")).hasCount(before);
        }
    }

    @Test
    void aColumnThatNothingSpeaksForIsAskedFor() throws IOException {
        Path file = ImportFile.withHeaders("asked.csv", "A,B,C", ImportFile.imei("35535", 1) + ",Pump 1,GATEWAY");
        try (Portal olivia = Portal.of("olivia")) {
            ImportsPage imports = new ImportsPage(olivia).open().openForm().choose("acme", "Acme Trackers", file);
            assertThat(olivia.page().getByTestId("columns-hint")).containsText("Choose which column is which.");
            assertThat(imports.refusal()).contains("Choose which column of the file is deviceName.");
            GridPage grid = imports.map("deviceName", "B").start();
            assertThat(grid.cell(1, "deviceName")).hasValue("Pump 1");
            assertThat(grid.cell(1, "deviceType")).hasValue("GATEWAY");
        }
    }

    @Test
    void aMissingColumnIsToldBeforeAnythingIsSent() throws IOException {
        Path file = ImportFile.withHeaders("two-columns.csv", "uniqueIdentifier,Label", "1,2");
        try (Portal olivia = Portal.of("olivia")) {
            ImportsPage imports = new ImportsPage(olivia).open().openForm().choose("acme", "Acme Trackers", file);
            assertThat(olivia.page().getByTestId("columns-hint")).isVisible();

            assertThat(imports.refusal()).contains("no column that can be deviceType");
        }
    }

    @Test
    void aFileThatIsNoTextIsRefusedWhenItIsChosen() throws IOException {
        Path file = ImportFile.write("utf16.csv", "");
        Files.write(file, "\uFEFFuniqueIdentifier,deviceName,deviceType\n".getBytes(StandardCharsets.UTF_16LE));
        try (Portal olivia = Portal.of("olivia")) {
            new ImportsPage(olivia).open().openForm().choose("acme", "Acme Trackers", file);

            assertThat(olivia.page().getByTestId("upload-refusal")).containsText("UTF-16");
        }
    }

    @Test
    void anImportIsCancelledWhileTheFileComesIn() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            olivia.slowDown(BYTES_PER_SECOND);
            Page sender = begin(olivia, "cancelled.csv", "35606");
            Portal watcher = olivia.another();
            Page page = watcher.page();
            new ImportsPage(watcher).openAt("Reading");
            page.getByText("cancelled.csv").first().click();
            assertThat(page.getByTestId("work-label")).hasText("The file is being received");
            assertThat(page.getByTestId("work-bar")).hasAttribute("aria-valuenow", Pattern.compile("[1-9]\\d*"));
            assertThat(watcher.seriousViolations()).isEmpty();
            watcher.picture("import-work");

            page.getByTestId("work-cancel").click();
            page.locator("#cancel-confirm").click();

            assertThat(page.getByTestId("import-status")).hasText("Cancelled");
            assertThat(page.getByTestId("failure")).isVisible();
            assertThat(watcher.seriousViolations()).isEmpty();
            watcher.picture("import-cancelled");
            assertThat(sender.getByTestId("upload-refusal")).containsText("cancelled");
        }
    }

    @Test
    void anUploadThatIsBrokenOffSaysSo() throws IOException {
        try (Portal olivia = Portal.of("olivia")) {
            olivia.slowDown(BYTES_PER_SECOND);
            Page page = begin(olivia, "broken-off.csv", "35707");
            Portal watcher = olivia.another();
            ImportsPage list = new ImportsPage(watcher).openAt("Reading");
            assertThat(page.locator("#upload-bar")).hasAttribute("value", Pattern.compile("[4-9]\\d"));

            page.getByTestId("upload-cancel").click();
            assertThat(page.getByTestId("upload-refusal")).containsText("Cancelled");

            assertThat(list.firstStatus()).hasText("Interrupted");
            assertThat(watcher.page().getByTestId("why").first()).containsText("Upload it again");
            watcher.page().getByText("broken-off.csv").first().click();
            assertThat(watcher.page().getByTestId("upload-again")).isVisible();
            GridPage remains = new GridPage(watcher);
            assertThat(remains.cell(1, "uniqueIdentifier")).hasText(ImportFile.imei("35707", 1));
            assertThat(remains.commit()).isHidden();
            assertThat(watcher.seriousViolations()).isEmpty();
            watcher.picture("import-interrupted");
            watcher.page().getByTestId("discard").click();
            watcher.page().locator("#discard-confirm").click();
            assertThat(watcher.page().getByTestId("import")).isVisible();
            assertThat(watcher.page().getByText("broken-off.csv")).hasCount(0);
        }
    }

    @Test
    void aFileThatHasChangedSinceItWasChosenIsToBeChosenAgain() throws IOException {
        Path file = ImportFile.sound("changed.csv", "35818", 3);
        try (Portal olivia = Portal.of("olivia")) {
            Page page = olivia.page();
            ImportsPage imports = new ImportsPage(olivia).open().openForm().choose("acme", "Acme Trackers", file);
            assertThat(page.getByTestId("columns-hint")).isVisible();
            later(ImportFile.sound("changed.csv", "35818", 4));

            assertThat(imports.refusal()).contains("The file has changed since you chose it; choose it again.");
            assertThat(page.getByTestId("file")).hasValue("");
            assertThat(page.getByTestId("upload-progress")).isHidden();
            assertThat(olivia.seriousViolations()).isEmpty();
            olivia.picture("import-changed-file");
            page.getByTestId("file").setInputFiles(file);
            Files.move(file, file.resolveSibling("renamed.csv"), StandardCopyOption.REPLACE_EXISTING);
            assertThat(imports.refusal())
                    .containsPattern("no longer where you chose it|has changed since you chose it");
            page.getByTestId("file").setInputFiles(file.resolveSibling("renamed.csv"));
            GridPage grid = imports.start();
            assertThat(grid.rowCount()).hasText("4");
        }
    }

    /** Browsers compare the time of a file in whole seconds. */
    private static void later(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(time.toInstant().plusSeconds(10)));
    }

    private static Page begin(Portal portal, String name, String series) throws IOException {
        ImportsPage imports = new ImportsPage(portal).open().openForm();
        imports.choose("acme", "Acme Trackers", ImportFile.sound(name, series, 60_000));
        portal.page().getByTestId("upload-start").click();
        assertThat(portal.page().getByTestId("upload-progress")).isVisible();
        return portal.page();
    }
}
