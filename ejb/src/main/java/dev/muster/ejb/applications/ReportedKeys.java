package dev.muster.ejb.applications;

import dev.muster.domain.applications.CoordinateKeys;
import java.util.List;
import java.util.Optional;

/** The telemetry keys that devices of an application report, by name. */
public record ReportedKeys(List<String> all) {

    public ReportedKeys {
        all = List.copyOf(all);
    }

    /** The keys that say where a device is; empty if the devices do not report it. */
    public Optional<CoordinateKeys> coordinates() {
        return CoordinateKeys.among(all);
    }
}
