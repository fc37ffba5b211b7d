package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The table of an import, where its cells are mended. */
record GridPage(Portal portal) {

    Locator cell(int row, String column) {
        return page().locator("[data-testid=cell][data-row='%d'][data-column=%s]".formatted(row, column));
    }

    /** Types over a cell and leaves it by the keyboard, as a person does. */
    void mend(int row, String column, String value) {
        Locator cell = cell(row, column);
        cell.fill(value);
        cell.press("Enter");
    }

    Locator invalidCount() {
        return page().getByTestId("invalid-count");
    }

    Locator invalidPages() {
        return page().getByTestId("invalid-pages");
    }

    Locator rowCount() {
        return page().getByTestId("row-count");
    }

    Locator validity() {
        return page().getByTestId("validity");
    }

    Locator commit() {
        return page().getByTestId("commit");
    }

    Locator pageLink(int number) {
        return page().locator(".ui-paginator-page")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + number + "$")));
    }

    void goToPage(int number) {
        pageLink(number).click();
        page().locator(".ui-paginator-page.ui-state-active", new Page.LocatorOptions().setHasText("" + number))
                .waitFor();
    }

    void delete(int row) {
        page().locator("[data-delete-row='%d']".formatted(row)).click();
        page().locator("#delete-confirm").click();
    }

    private Page page() {
        return portal.page();
    }
}
