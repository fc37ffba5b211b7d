package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** An administrator's list of organizations, and the page about one of them. */
record OrganizationPage(Portal portal) {

    OrganizationPage openList() {
        portal.go("/administration/organizations.xhtml");
        return this;
    }

    void create(String name) {
        page().getByTestId("create").click();
        portal.awaitDialog("create");
        page().locator("#name").fill(name);
        page().locator("#create-confirm").click();
        told("is created").waitFor();
    }

    OrganizationPage search(String text) {
        page().getByTestId("search").fill(text);
        return this;
    }

    /** @param status SUSPENDED or ACTIVE; empty for any */
    OrganizationPage status(String status) {
        page().locator("#status").selectOption(status);
        return this;
    }

    Locator rows() {
        return page().locator("#organizations_data > tr");
    }

    OrganizationPage openOne(String name) {
        page().getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page().getByTestId("organization-name").waitFor();
        return this;
    }

    Locator status() {
        return page().getByTestId("organization-status");
    }

    /** Opens the question, which is answered by {@link #confirm}. */
    void ask(String what) {
        page().getByTestId(what).click();
        portal.awaitDialog(what);
    }

    void confirm(String what) {
        page().locator("#" + what + "-confirm").click();
    }

    void type(String name) {
        page().locator("#typed-name").fill(name);
    }

    Locator told(String sentence) {
        return page().locator("#told_container").getByText(sentence).last();
    }

    Locator refused() {
        return page().locator("#refused_container");
    }

    private Page page() {
        return portal.page();
    }
}
