package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** What an organization is told that others did: the banner of its pages, and the list. */
record NoticesPage(Portal portal) {

    NoticesPage open() {
        portal.go("/organization/notices.xhtml");
        return this;
    }

    /** So that a test sees only what it brings about itself. */
    NoticesPage readAll() {
        open();
        if (page().locator("#read-all").count() > 0) {
            page().locator("#read-all").click();
            page().getByTestId("read")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        return this;
    }

    Locator banner() {
        return page().getByTestId("notices-banner");
    }

    NoticesPage follow() {
        banner().locator("a").click();
        page().waitForURL("**/organization/notices.xhtml");
        return this;
    }

    /** The newest is the first. */
    Locator rows() {
        return page().locator("#notices_data > tr[data-ri]");
    }

    Locator readButtons() {
        return page().getByTestId("read");
    }

    private Page page() {
        return portal.page();
    }
}
