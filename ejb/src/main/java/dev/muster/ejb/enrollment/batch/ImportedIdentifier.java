package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.Enrollment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identifier that an import has enrolled, with its device if it exists.
 *
 * @param deviceId {@code null} if the device has not joined
 */
public record ImportedIdentifier(
        Enrollment enrollment, @Nullable UUID deviceId) {

    public boolean isJoined() {
        return deviceId != null;
    }
}
