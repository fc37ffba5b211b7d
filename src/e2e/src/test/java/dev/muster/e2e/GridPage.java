package dev.muster.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
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

    /** Any page, also one that the paginator has no link to just now. */
    void jumpToPage(int number) {
        Locator input = page().locator(".ui-paginator-jtp-input");
        input.fill(Integer.toString(number));
        input.press("Enter");
        page().locator(".ui-paginator-page.ui-state-active", new Page.LocatorOptions().setHasText("" + number))
                .waitFor();
    }

    void delete(int row) {
        page().locator("[data-delete-row='%d']".formatted(row)).click();
        confirm();
    }

    void select(int row) {
        page().locator("[data-select='%d']".formatted(row)).check();
    }

    void selectUntil(int row) {
        page().locator("[data-select='%d']".formatted(row))
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    }

    Locator selection() {
        return page().getByTestId("selection");
    }

    Locator confirmation() {
        return page().locator("#confirm");
    }

    void confirm() {
        page().getByTestId("confirm-yes").click();
        confirmation().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** What an invalid cell says of itself. */
    Locator tip(int row, String column) {
        return page().locator("td", new Page.LocatorOptions().setHas(cell(row, column)))
                .getByTestId("cell-tip");
    }

    /** What a cell says of a change that the server has not taken. */
    Locator notSaved(int row, String column) {
        return page().locator("#unsaved-%d-%s".formatted(row, column));
    }

    /** How many changes are not saved, and why. */
    Locator unsaved() {
        return page().getByTestId("grid-unsaved");
    }

    Locator undo() {
        return page().getByTestId("undo");
    }

    Locator search() {
        return page().getByTestId("search");
    }

    Locator sort(String column) {
        return page().locator("[data-sort='%s']".formatted(column));
    }

    Locator ordered(String column) {
        return page().locator("th", new Page.LocatorOptions().setHas(sort(column)));
    }

    Locator status() {
        return page().getByTestId("import-status");
    }

    Locator focused() {
        return page().locator("*:focus");
    }

    private Page page() {
        return portal.page();
    }
}
