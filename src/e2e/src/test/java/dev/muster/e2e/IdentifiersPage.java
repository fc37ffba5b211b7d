package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where a manufacturer finds one of its identifiers and releases it; a part of the administrator's page, too. */
record IdentifiersPage(Portal portal) {

    IdentifiersPage open() {
        portal.go("/manufacturer/identifiers.xhtml");
        return this;
    }

    IdentifiersPage find(String identifier) {
        page().locator("#identifier").fill(identifier);
        page().locator("#find").click();
        return this;
    }

    Locator state() {
        return page().getByTestId("state");
    }

    Locator standing() {
        return page().getByTestId("standing");
    }

    Locator askAdministrator() {
        return page().getByTestId("ask-administrator");
    }

    IdentifiersPage askRelease() {
        page().getByTestId("release").click();
        portal.awaitDialog("release");
        return this;
    }

    IdentifiersPage confirmBy(String typed) {
        page().locator("#confirmed").fill(typed);
        return this;
    }

    void release(String reason) {
        page().locator("#reason").fill(reason);
        page().locator("#release-confirm").click();
    }

    Locator question() {
        return page().locator("#release");
    }

    Locator refused() {
        return page().locator("#refused_container");
    }

    private Page page() {
        return portal.page();
    }
}
