package dev.muster.domain.manufacturer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms to search for if the scheme that has normalized an identifier is not known. */
public final class NormalForms {

    private NormalForms() {}

    /** The normal form of an identifier under every scheme; at least one. */
    public static Set<String> of(String identifier) {
        return Arrays.stream(IdentifierScheme.values())
                .filter(scheme -> scheme != IdentifierScheme.SERIAL) // folds as ANY does, and needs a pattern
                .map(scheme -> IdentifierRules.of(scheme).normalize(identifier))
                .collect(Collectors.toUnmodifiableSet());
    }
}
