package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** The list of certificates and the form that makes a new one. */
record CertificatesPage(Portal portal) {

    CertificatesPage open() {
        portal.go("/manufacturer/certificates.xhtml");
        return this;
    }

    CertificatesPage openForm() {
        page().getByTestId("create-certificate").click();
        portal.awaitDialog("create");
        return this;
    }

    CertificatesPage name(String name) {
        page().locator("#name").fill(name);
        return this;
    }

    CertificatesPage purpose(String label) {
        return choose(label);
    }

    CertificatesPage algorithm(String value) {
        page().locator("#key-algorithm").selectOption(value);
        return this;
    }

    CertificatesPage ownKey() {
        return choose("Use my own key");
    }

    CertificatesPage csr(String text) {
        page().locator("#csr").fill(text);
        return this;
    }

    CertificatesPage csrFile(Path file) {
        page().getByTestId("csr-file").setInputFiles(file);
        return this;
    }

    CertificatesPage validity(String days) {
        page().locator("#validity").fill(days);
        return this;
    }

    CertificatesPage press() {
        createButton().click();
        return this;
    }

    IssuedDialog create() {
        press();
        return new IssuedDialog(portal).awaited();
    }

    Locator createButton() {
        return page().locator("#create-confirm");
    }

    Locator validityField() {
        return page().locator("#validity");
    }

    Locator preset(String label) {
        return page().getByRole(AriaRole.BUTTON, Portal.button(label));
    }

    Locator algorithmOption(String value) {
        return page().locator("#key-algorithm option[value=" + value + "]");
    }

    Locator literalForm() {
        return page().locator("#literal-form");
    }

    Locator refusal() {
        return page().getByTestId("create-refusal");
    }

    Locator csrField() {
        return page().locator("#csr");
    }

    Locator csrFault() {
        return page().getByTestId("csr-fault");
    }

    Locator list() {
        return page().locator("#certificates");
    }

    Locator form() {
        return page().locator("#create");
    }

    private CertificatesPage choose(String label) {
        form().getByText(label, new Locator.GetByTextOptions().setExact(true)).click();
        return this;
    }

    private Page page() {
        return portal.page();
    }
}
