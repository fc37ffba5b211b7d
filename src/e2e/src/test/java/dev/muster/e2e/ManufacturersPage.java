package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** An administrator's list of manufacturers, and the form that makes one. */
record ManufacturersPage(Portal portal) {

    ManufacturersPage open() {
        portal.go("/administration/manufacturers.xhtml");
        return this;
    }

    ManufacturersPage openForm() {
        page().getByTestId("create").click();
        portal.awaitDialog("create");
        return this;
    }

    /** Chooses a scheme and waits until its fields are there. */
    ManufacturersPage scheme(String scheme) {
        page().locator("#scheme").selectOption(scheme);
        return this;
    }

    /** Types as a person does, so that the form answers. */
    ManufacturersPage tryIdentifier(String identifier) {
        page().locator("#sample").fill("");
        page().locator("#sample").pressSequentially(identifier);
        return this;
    }

    Locator trial() {
        return page().getByTestId("trial");
    }

    /** Who may import the identifiers. */
    Locator enrollment() {
        return page().locator("#enrollment");
    }

    void create(String name, String contact) {
        page().locator("#name").fill(name);
        page().locator("#contact").fill(contact);
        page().locator("#create-confirm").click();
        page().locator("#create").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    ManufacturersPage search(String text) {
        page().getByTestId("search").fill(text);
        return this;
    }

    Locator rows() {
        return page().locator("#manufacturers_data > tr");
    }

    ManufacturerPage openOne(String name) {
        page().getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page().getByTestId("manufacturer-name").waitFor();
        return new ManufacturerPage(portal);
    }

    private Page page() {
        return portal.page();
    }
}
