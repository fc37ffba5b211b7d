package dev.muster.web.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.ViewIds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The search for devices as the query of an address, with the names and values of the API. */
final class DeviceSearchLink {

    private static final String SEARCH = "search";
    private static final String STATUS = "status";
    private static final String CREDENTIAL_STATUS = "credentialStatus";
    private static final String TYPE = "type";
    private static final String MANUFACTURER = "manufacturer";
    private static final String IMPORT = "import";

    private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");

    private DeviceSearchLink() {}

    /** Returns an empty text if the search leaves out no device. */
    static String of(DeviceFilter filter) {
        return new DeviceSearchLink()
                .with(SEARCH, filter.text())
                .with(STATUS, filter.status())
                .with(CREDENTIAL_STATUS, filter.credentialStatus())
                .with(TYPE, filter.type())
                .with(MANUFACTURER, filter.manufacturerId())
                .with(IMPORT, filter.importId())
                .query
                .toString();
    }

    private DeviceSearchLink with(String name, Object value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
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
                null);
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        try {
            return name == null ? null : Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.notFound();
        }
    }

    private static UUID id(String text) {
        return text == null ? null : ViewIds.parse(text);
    }
}
