package dev.muster.web.enrollment;

import dev.muster.domain.shared.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** The parts of the page of a committed import. The address of the page names the part that is shown. */
public enum ImportTab {
    PROGRESS,
    ROWS,
    SETTINGS,
    CREDENTIALS;

    /**
     * The part that an address names.
     *
     * @param name null for the first part
     * @throws ProblemException {@code not-found} if no link of ours has this name
     */
    static ImportTab named(String name) {
        return name == null
                ? PROGRESS
                : Arrays.stream(values())
                        .filter(tab -> tab.link().equals(name))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
    }

    /** Its name in addresses. */
    public String link() {
        return name().toLowerCase(Locale.ROOT);
    }
}
