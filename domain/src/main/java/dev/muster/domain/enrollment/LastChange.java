package dev.muster.domain.enrollment;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The last change of a draft: its number, and what can be taken back. */
@Embeddable
class LastChange {

    @Column(name = "change_no")
    private int number;

    @Column(name = "last_change")
    private @Nullable String description;

    /** @param now what can be taken back from now on; null if nothing can */
    void changed(@Nullable String now) {
        this.description = now;
        this.number++;
    }

    /** From now on nothing can be taken back. */
    void close() {
        this.description = null;
    }

    /**
     * Makes sure that a change is made from the draft as it is.
     *
     * @param seen the number of the last change that was seen; empty if that does not matter
     * @throws ProblemException {@code conflict} if the draft has been changed since
     */
    void requireSeen(OptionalInt seen) {
        if (seen.isPresent() && seen.getAsInt() != number) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "This draft was changed in another window. Look at it as it is now, then try again.");
        }
    }

    int number() {
        return number;
    }

    @Nullable
    String description() {
        return description;
    }
}
