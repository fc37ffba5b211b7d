package dev.muster.rest.enrollment;

import dev.muster.domain.enrollment.ImportStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The status of an import as clients see it: while many rows are changed they are checked again, so it is VALIDATING.
 */
@Schema(name = "ImportStatus")
public enum ShownStatus {
    READING,
    VALIDATING,
    DRAFT,
    COMMITTING,
    COMMITTED,
    INTERRUPTED,
    CANCELLED,
    FAILED;

    static ShownStatus of(ImportStatus status) {
        return status == ImportStatus.CHANGING ? VALIDATING : valueOf(status.name());
    }

    /** The statuses that are shown as this one. */
    private Set<ImportStatus> statuses() {
        return Arrays.stream(ImportStatus.values())
                .filter(status -> of(status) == this)
                .collect(Collectors.toSet());
    }

    /** The statuses of the imports that a client wants; {@code wanted} is null if it wants all imports. */
    static Set<ImportStatus> statuses(ShownStatus wanted) {
        return wanted == null ? EnumSet.allOf(ImportStatus.class) : wanted.statuses();
    }
}
