package dev.muster.web.shared;

import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;

/** Turns to a page of a table. */
public final class TablePages {

    private TablePages() {}

    /** @param table the id of the table, as seen from the root of the view */
    public static void showFirst(String table) {
        show(table, 0);
    }

    /**
     * Does nothing if the view has no such table.
     *
     * @param number of the page, from 0
     */
    public static void show(String table, int number) {
        if (FacesContext.getCurrentInstance().getViewRoot().findComponent(table) instanceof UIData found) {
            found.setFirst(number * found.getRows());
        }
    }
}
