package dev.muster.web.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.web.shared.ViewIds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The search for devices as the query of an address, with the names and values of the API. */
final class DeviceSearchLink {

    static final String SEARCH = "search";
    static final String STATE = "state";
    static final String STATUS = "status";
    static final String CREDENTIAL_STATUS = "credentialStatus";
    static final String TYPE = "type";
    static final String MANUFACTURER = "manufacturer";
    static final String IMPORT = "import";
    static final String MODEL = "model";
    static final String CERTIFICATE = "certificate";
    static final String APPLICATION = "application";

    /** Devices on a page that an address names. */
    static final int ROWS = 25;

    private static final String SORT = "sort";
    private static final String PAGE = "page";

    private static final int LAST_PAGE = DeviceSearchService.MAX_COUNTED / ROWS;

    private DeviceSearchLink() {}

    /** Returns an empty text if the search leaves out no device. */
    static String of(DeviceFilter filter) {
        return query(parameters(filter));
    }

    /**
     * The whole address of a page. Returns an empty text for the first page of all devices, the newest first.
     *
     * @param first the number of the first device on the page, from 0
     */
    static String of(DeviceFilter filter, DeviceOrder order, int first) {
        Map<String, String> parameters = parameters(filter);
        if (!order.equals(DeviceOrder.NEWEST_FIRST)) {
            parameters.put(SORT, order.toString());
        }
        if (first >= ROWS) {
            parameters.put(PAGE, Integer.toString(first / ROWS + 1));
        }
        return query(parameters);
    }

    /** The values of a search by their names, in the order of a link. */
    static Map<String, String> parameters(DeviceFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, SEARCH, filter.text());
        put(
                parameters,
                STATE,
                filter.state() == null ? null : filter.state().name().toLowerCase(Locale.ROOT));
        put(parameters, STATUS, filter.status());
        put(parameters, CREDENTIAL_STATUS, filter.credentialStatus());
        put(parameters, TYPE, filter.type());
        put(parameters, MANUFACTURER, filter.manufacturerId());
        put(parameters, IMPORT, filter.importId());
        put(parameters, MODEL, filter.modelId());
        put(parameters, CERTIFICATE, filter.certificateId());
        put(parameters, APPLICATION, filter.applicationId());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static String query(Map<String, String> parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /**
     * Reads the search from the query of an address.
     *
     * @param parameters by name; null for a parameter that the query does not have
     * @throws ProblemException {@code not-found} if no link of ours has such a value
     */
    static DeviceFilter read(UnaryOperator<String> parameters) {
        return new DeviceFilter(
                parameters.apply(SEARCH),
                one(DeviceStatus.class, parameters.apply(STATUS)),
                one(CredentialStatus.class, parameters.apply(CREDENTIAL_STATUS)),
                one(DeviceType.class, parameters.apply(TYPE)),
                id(parameters.apply(MANUFACTURER)),
                id(parameters.apply(IMPORT)),
                null,
                state(parameters.apply(STATE)),
                id(parameters.apply(MODEL)),
                id(parameters.apply(CERTIFICATE)),
                id(parameters.apply(APPLICATION)));
    }

    /** Reads the order in the same way. */
    static DeviceOrder order(UnaryOperator<String> parameters) {
        String sort = parameters.apply(SORT);
        return sort == null
                ? DeviceOrder.NEWEST_FIRST
                : DeviceOrder.named(sort).orElseThrow(ProblemException::notFound);
    }

    /** Reads the number of the first device on the page, from 0. Pages count from 1. */
    static int first(UnaryOperator<String> parameters) {
        String page = parameters.apply(PAGE);
        if (page == null) {
            return 0;
        }
        if (!page.matches("[1-9][0-9]{0,3}") || Integer.parseInt(page) > LAST_PAGE) {
            throw ProblemException.notFound();
        }
        return (Integer.parseInt(page) - 1) * ROWS;
    }

    private static DeviceState state(String name) {
        return name == null ? null : DeviceState.named(name).orElseThrow(ProblemException::notFound);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        try {
            return name == null ? null : Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.notFound();
        }
    }

    /** An empty value is none: an old link of a form may have one. */
    private static UUID id(String text) {
        return ViewIds.chosen(text);
    }
}
