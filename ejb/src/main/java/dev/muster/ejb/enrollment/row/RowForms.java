package dev.muster.ejb.enrollment.row;

import java.util.HashSet;
import java.util.Set;

/** The forms by which some rows are compared with others. */
public record RowForms(Set<String> identifiers, Set<String> names) {

    public static RowForms none() {
        return new RowForms(new HashSet<>(), new HashSet<>());
    }

    public void add(String identifier, String name) {
        if (identifier != null) {
            identifiers.add(identifier);
        }
        if (name != null) {
            names.add(name);
        }
    }
}
