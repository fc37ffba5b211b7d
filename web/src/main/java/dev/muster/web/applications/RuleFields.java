package dev.muster.web.applications;

import dev.muster.domain.applications.DeviceRule;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.web.fleet.DeviceFields;
import java.util.Optional;

/** The fields of a rule. */
public class RuleFields extends DeviceFields {

    void show(DeviceFilter filter) {
        fill(filter);
    }

    /** Empty if all fields are empty. */
    Optional<DeviceRule> rule() {
        DeviceFilter filter = filter(null);
        return filter.isNarrow() ? Optional.of(new DeviceRule(filter)) : Optional.empty();
    }
}
