package dev.muster.web.overview;

import org.primefaces.PrimeFaces;

/** The part of a page that changes by itself. It is drawn again only if what it shows has changed. */
final class LivePart {

    private static final String ID = "overview-state";

    private LivePart() {}

    /** Draws it again if the two differ. */
    static void show(Object before, Object now) {
        if (!now.equals(before)) {
            PrimeFaces.current().ajax().update(ID);
        }
    }
}
