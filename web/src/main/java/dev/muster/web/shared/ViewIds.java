package dev.muster.web.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.UUID;

/** Ids and numbers in the addresses of pages. */
public final class ViewIds {

    private ViewIds() {}

    /** @throws ProblemException {@code not-found} if the text is not an id, as if nothing had this id */
    public static UUID parse(String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.notFound();
        }
    }

    /** @throws ProblemException {@code not-found} if the text is not a whole number, as if nothing had this number */
    public static long number(String text) {
        try {
            return Long.parseLong(text == null ? "" : text);
        } catch (NumberFormatException noNumber) {
            throw ProblemException.notFound();
        }
    }

    /** Returns null if the list was left at its empty value. */
    public static UUID chosen(String id) {
        return id == null || id.isEmpty() ? null : parse(id);
    }

    /** The value of a list for an id; empty if the id is null. */
    public static String value(UUID id) {
        return id == null ? "" : id.toString();
    }
}
