package dev.muster.e2e;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** What a new certificate's maker is shown this once. */
record IssuedDialog(Portal portal) {

    IssuedDialog awaited() {
        page().getByTestId("issued-close").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        return this;
    }

    Locator dialog() {
        return page().locator("#issued");
    }

    Locator part(String id) {
        return page().getByTestId("issued-" + id);
    }

    String text(String id) {
        return part(id).inputValue();
    }

    /** What is in the clipboard after the part's button was pressed. */
    String copied(String label) {
        button("Copy " + label).click();
        page().locator("#issued-said")
                .filter(new Locator.FilterOptions().setHasText(label + " copied"))
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return (String) page().evaluate("() => navigator.clipboard.readText()");
    }

    Download download(String label) {
        return page().waitForDownload(() -> button("Download " + label).click());
    }

    Download downloadAll() {
        return page().waitForDownload(
                        () -> page().getByTestId("issued-download-all").click());
    }

    /** What is not secret is folded at first. */
    IssuedDialog openRest() {
        page().getByTestId("issued-rest").locator("summary").click();
        return this;
    }

    IssuedDialog show(String label) {
        button("Show " + label).click();
        return this;
    }

    IssuedDialog hide(String label) {
        button("Hide " + label).click();
        return this;
    }

    IssuedDialog openPkcs12() {
        page().getByTestId("issued-pkcs12").locator("summary").click();
        return this;
    }

    IssuedDialog passphrase(String first, String second) {
        page().locator("#passphrase").fill(first);
        page().locator("#passphrase-again").fill(second);
        return this;
    }

    Locator pkcs12Button() {
        return page().getByTestId("pkcs12-make");
    }

    Locator pkcs12Fault() {
        return page().getByTestId("pkcs12-fault");
    }

    Path pkcs12(Path file) {
        page().waitForDownload(() -> pkcs12Button().click()).saveAs(file);
        return file;
    }

    Locator stored() {
        return page().getByTestId("issued-stored");
    }

    Locator closeButton() {
        return page().getByTestId("issued-close");
    }

    void close() {
        stored().check();
        closeButton().click();
    }

    /** Goes on to the page of the certificate, to its programs. */
    void tryIt() {
        stored().check();
        page().getByTestId("issued-try").click();
        page().getByTestId("snippets").waitFor();
    }

    private Locator button(String label) {
        return page().getByRole(AriaRole.BUTTON, Portal.button(label));
    }

    private Page page() {
        return portal.page();
    }
}
