package dev.muster.ejb.overview;

import dev.muster.domain.overview.FleetTotals;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A committed import, and how many of its devices have joined.
 *
 * @param enrolled identifiers of the import that are still enrolled
 * @param joined those with a device
 */
public record RecentImport(
        UUID id,
        String fileName,
        String manufacturer,
        @Nullable Instant committedAt,
        long enrolled,
        long joined) {

    public int percent() {
        return FleetTotals.percent(joined, enrolled);
    }
}
