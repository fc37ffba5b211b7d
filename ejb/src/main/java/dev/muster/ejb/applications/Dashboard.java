package dev.muster.ejb.applications;

import java.util.List;

/**
 * A dashboard as a user sees it.
 *
 * @param isShared whether all users of the organization see it
 * @param isVisible whether this user sees it; otherwise it has no widgets here
 * @param isEditable whether this user arranges it
 */
public record Dashboard(boolean isShared, boolean isVisible, boolean isEditable, List<ShownWidget> widgets) {

    public Dashboard {
        widgets = List.copyOf(widgets);
    }
}
