package dev.muster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
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

    /**
     * Types a part of the name and selects what is offered. The list may be drawn again just when it is clicked, so the page
     * is asked what it has taken.
     */
    ImportsPage choose(String typed, String manufacturer, Path file) {
        Locator taken = page().locator("#manufacturer_hinput");
        for (int attempt = 0; attempt < 3 && taken.inputValue().isEmpty(); attempt++) {
            page().locator("#manufacturer_input").clear();
            page().locator("#manufacturer_input").pressSequentially(typed);
            page().locator("#manufacturer_panel").getByText(manufacturer).click();
        }
        assertThat(taken).not().hasValue("");
        page().getByTestId("file").setInputFiles(file);
        return this;
    }

    /** Imports a file for the demonstration's manufacturer. */
    GridPage upload(Path file) {
        return open().openForm().choose("acme", "Acme Trackers", file).start();
    }

    /** Imports a file for the demonstration's manufacturer, from the list that is open. */
    GridPage upload(Actions actions, Path file) {
        Locator offered = page().locator("#manufacturer_panel").getByText("Acme Trackers");
        actions.click(page().getByTestId("import"));
        portal.awaitDialog("upload");
        actions.type(page().locator("#manufacturer_input"), "acme");
        offered.waitFor();
        portal.awaitAjax();
        actions.click(offered);
        assertThat(page().locator("#manufacturer_hinput")).not().hasValue("");
        actions.attach(page().getByTestId("file"), file);
        assertThat(page().getByTestId("columns-hint")).isVisible();
        actions.click(startButton());
        return awaitDraft();
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
        startButton().click();
        return awaitDraft();
    }

    private GridPage awaitDraft() {
        try {
            page().waitForURL("**/organization/import.xhtml?id=*", new Page.WaitForURLOptions().setTimeout(120_000));
        } catch (TimeoutError e) {
            portal.picture("upload-stuck");
            throw new AssertionError(
                    "at " + page().url() + ": " + page().locator("#upload-form").innerText(), e);
        }
        return new GridPage(portal);
    }

    String refusal() {
        startButton().click();
        page().getByTestId("upload-refusal").waitFor();
        return page().getByTestId("upload-refusal").innerText();
    }

    private Locator startButton() {
        return page().getByTestId("upload-start");
    }

    private Page page() {
        return portal.page();
    }
}
