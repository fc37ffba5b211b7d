package dev.muster.ejb.fleet.act;

import dev.muster.ejb.fleet.DevicePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the next devices of a search.
 *
 * @param results the result for each of them, newest first
 * @param next where the next part begins; {@code null} if this was the last one
 */
public record FleetPart<T>(List<T> results, @Nullable DevicePosition next) {

    /** How many devices are changed in one transaction. A device that wants to prove itself waits meanwhile. */
    public static final int SIZE = 200;

    public FleetPart {
        results = List.copyOf(results);
    }
}
