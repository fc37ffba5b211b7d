package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One manufacturer: an administrator's page about it, or its manager's own. */
record ManufacturerPage(Portal portal) {

    /** The page of the manager's own manufacturer. */
    ManufacturerPage openOwn() {
        portal.go("/manufacturer/profile.xhtml");
        return this;
    }

    Locator name() {
        return page().getByTestId("manufacturer-name");
    }

    Locator status() {
        return page().getByTestId("manufacturer-status");
    }

    Locator told() {
        return page().locator("#told_container");
    }

    Locator refused() {
        return page().locator("#refused_container");
    }

    /** As it is saved, and without what was told of it: a refusal stays on the page and covers what is under it. */
    void reload() {
        page().reload();
    }

    void rename(String name) {
        page().locator("#name").fill(name);
        page().locator("#save").click();
    }

    void contact(String contact) {
        page().locator("#contact").fill(contact);
        page().locator("#save").click();
    }

    /** Opens the question, which is answered by {@link #confirm}. */
    void ask(String what) {
        page().getByTestId(what).click();
        portal.awaitDialog(what);
    }

    void confirm(String what) {
        page().locator("#" + what + "-confirm").click();
    }

    Locator policy() {
        return page().locator("#policy");
    }

    void choosePolicy(String policy) {
        page().locator("#policy").selectOption(policy);
        page().locator("#save-policy").click();
    }

    void allow(String organization) {
        page().locator("#organization").fill(organization);
        page().locator("#add").click();
    }

    Locator allowed() {
        return page().getByTestId("allowed");
    }

    void askRemoval(String organization) {
        page().getByRole(AriaRole.BUTTON, Portal.button("Remove " + organization))
                .click();
        portal.awaitDialog("disallow");
    }

    private Page page() {
        return portal.page();
    }
}
