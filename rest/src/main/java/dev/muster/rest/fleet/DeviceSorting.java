package dev.muster.rest.fleet;

import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceSort;
import dev.muster.domain.shared.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The query parameter that sorts a list of devices; {@link DeviceQuery#OF_LIST} describes it. */
public class DeviceSorting {

    @QueryParam("sort")
    private String sort;

    /** @throws ProblemException {@code validation-failed} if devices are not sorted by that */
    DeviceOrder order() {
        return sort == null
                ? DeviceOrder.NEWEST_FIRST
                : DeviceOrder.named(sort)
                        .orElseThrow(() -> ProblemException.invalid("The query parameter sort must be one of "
                                + Arrays.stream(DeviceSort.values())
                                        .map(DeviceSort::property)
                                        .collect(Collectors.joining(", "))
                                + ", with a minus before it in descending order."));
    }
}
