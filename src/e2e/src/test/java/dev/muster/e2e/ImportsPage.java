package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The list of imports and the form that makes a new one. */
record ImportsPage(Portal portal) {

    ImportsPage open() {
        portal.go("/organization/imports.xhtml");
        assertThat(page()).hasURL(Pattern.compile("/organization/imports\\.xhtml"));
        return this;
    }

    /** Opens the list anew until its first import has this status: a server takes a moment to write one down. */
    ImportsPage openAt(String status) {
        page().waitForCondition(() -> open().statuses().stream().findFirst().equals(Optional.of(status)));
        return this;
    }

    ImportsPage openForm() {
        page().getByTestId("import").click();
        portal.awaitDialog("upload");
        return this;
    }

    /** Types a part of the name and selects what is offered. */
    ImportsPage choose(String typed, String manufacturer, Path file) {
        page().locator("#manufacturer_input").pressSequentially(typed);
        page().locator("#manufacturer_panel").getByText(manufacturer).click();
        page().getByTestId("file").setInputFiles(file);
        return this;
    }

    /** Imports a file for the demonstration's manufacturer. */
    GridPage upload(Path file) {
        return open().openForm().choose("acme", "Acme Trackers", file).start();
    }

    /** Says which of the file's columns is one of ours. */
    ImportsPage map(String column, String header) {
        page().getByTestId("map-" + column).selectOption(new SelectOption().setLabel(header));
        return this;
    }

    private List<String> statuses() {
        return page().getByTestId("status").allInnerTexts();
    }

    Locator firstStatus() {
        return page().getByTestId("status").first();
    }

    GridPage start() {
        page().getByTestId("upload-start").click();
        page().waitForURL("**/organization/import.xhtml?id=*", new Page.WaitForURLOptions().setTimeout(120_000));
        return new GridPage(portal);
    }

    String refusal() {
        page().getByTestId("upload-start").click();
        page().getByTestId("upload-refusal").waitFor();
        return page().getByTestId("upload-refusal").innerText();
    }

    private Page page() {
        return portal.page();
    }
}
