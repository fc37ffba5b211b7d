package dev.muster.domain.manufacturer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What an identifier is looked for as where nobody says under which scheme it was normalized. */
public final class NormalForms {

    private NormalForms() {}

    /** Its normal form under every scheme; never empty. */
    public static Set<String> of(String identifier) {
        return Arrays.stream(IdentifierScheme.values())
                .filter(scheme -> scheme != IdentifierScheme.SERIAL) // folds as ANY does, and needs a pattern
                .map(scheme -> IdentifierRules.of(scheme).normalize(identifier))
                .collect(Collectors.toUnmodifiableSet());
    }
}
