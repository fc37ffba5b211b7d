package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceSort;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.ViewIds;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The search for devices, and their order. The address of the page has all of it. */
public class DeviceSearch extends DeviceFields {

    private String applicationId;

    private DeviceSort sortedBy = DeviceOrder.NEWEST_FIRST.by();

    private boolean descending = DeviceOrder.NEWEST_FIRST.descending();

    /** Of the page that the address asks for, from 0. */
    private int first;

    /**
     * Asks for what the address of the page asks for.
     *
     * @param parameters by name; null for a parameter that the address does not have
     * @throws ProblemException {@code not-found} if no link of ours has such a value
     */
    void open(UnaryOperator<String> parameters) {
        narrow(DeviceSearchLink.read(parameters));
        sort(DeviceSearchLink.order(parameters));
        first = DeviceSearchLink.first(parameters);
    }

    /**
     * What an address asks for.
     *
     * @throws ProblemException {@code not-found} if no link of ours has such a value
     */
    public static DeviceFilter asked(UnaryOperator<String> parameters) {
        return DeviceSearchLink.read(parameters);
    }

    private void narrow(Map<String, String> parameters) {
        narrow(DeviceSearchLink.read(parameters::get));
    }

    private void narrow(DeviceFilter asked) {
        fill(asked);
        applicationId = ViewIds.value(asked.applicationId());
    }

    DeviceFilter filter() {
        return filter(ViewIds.chosen(applicationId));
    }

    DeviceOrder order() {
        return new DeviceOrder(sortedBy, descending);
    }

    /** Shows all devices; their order stays. */
    void clear() {
        narrow(Map.of());
    }

    /** Does not narrow the list by this parameter of the address any more. */
    void drop(String parameter) {
        Map<String, String> kept = DeviceSearchLink.parameters(filter());
        kept.remove(parameter);
        narrow(kept);
    }

    /** Sorts by this. The second call reverses the order. */
    void sortBy(DeviceSort by) {
        boolean isFirst = by != sortedBy;
        descending = isFirst ? by == DeviceSort.CREATED_AT || by == DeviceSort.LAST_USED_AT : !descending;
        sortedBy = by;
    }

    private void sort(DeviceOrder order) {
        sortedBy = order.by();
        descending = order.descending();
    }

    /** How the table is sorted by a property of the API, as a value of aria-sort (WAI-ARIA). */
    public String sorted(String property) {
        if (!sortedBy.property().equals(property)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    /** Whether the search leaves out devices, so that an empty list does not mean that there are none. */
    public boolean isNarrow() {
        return filter().isNarrow();
    }

    /** The search as the query of an address of a file. */
    public String getFileLink() {
        return DeviceSearchLink.of(filter());
    }

    /**
     * The search, the order and the page as the query of the page's address.
     *
     * @param shown the number of the first device on the page, from 0
     */
    String link(int shown) {
        return DeviceSearchLink.of(filter(), order(), shown);
    }

    int first() {
        return first;
    }

    public String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(String applicationId) {
        this.applicationId = applicationId;
    }

    /** The property that the list is sorted by, with a minus before it in descending order. */
    public String getSort() {
        return order().toString();
    }

    public void setSort(String sort) {
        DeviceOrder.named(sort == null ? "" : sort).ifPresent(this::sort);
    }
}
