package dev.muster.web.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.UUID;

/** Ids in the addresses of pages. */
public final class ViewIds {

    private ViewIds() {}

    /** @throws ProblemException {@code not-found} where it is no id at all, as for one that nothing has */
    public static UUID parse(String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.notFound();
        }
    }
}
