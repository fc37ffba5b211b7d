package dev.muster.ejb.enrollment;

import java.util.HashSet;
import java.util.Set;

/** The forms by which some rows are compared with others. */
record RowForms(Set<String> identifiers, Set<String> names) {

    static RowForms none() {
        return new RowForms(new HashSet<>(), new HashSet<>());
    }

    void add(String identifier, String name) {
        if (identifier != null) {
            identifiers.add(identifier);
        }
        if (name != null) {
            names.add(name);
        }
    }
}
