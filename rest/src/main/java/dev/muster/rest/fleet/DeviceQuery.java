package dev.muster.rest.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.QueryParameters;
import jakarta.ws.rs.QueryParam;

/**
 * The query parameters that filter devices. They are not annotated for the API's description; the operations describe
 * them.
 */
public class DeviceQuery {

    /** For people, in the API's description. */
    static final String DESCRIPTION = """
            Filters, all of them optional: identifier (the whole unique identifier, in any spelling), search (the same, or a part of
            it or of the name),
            status (PROVISIONED, ACTIVE, INVALIDATED), credentialStatus (INACTIVE, ACTIVE, SUSPENDED, REVOKED), type (GATEWAY,
            STANDALONE, PERIPHERAL), manufacturer (its id), import (the id of the import that enrolled them).""";

    @QueryParam("search")
    private String search;

    @QueryParam("identifier")
    private String identifier;

    @QueryParam("status")
    private String status;

    @QueryParam("credentialStatus")
    private String credentialStatus;

    @QueryParam("type")
    private String type;

    @QueryParam("manufacturer")
    private String manufacturer;

    @QueryParam("import")
    private String importId;

    /** @throws ProblemException {@code validation-failed} if a value is not valid */
    DeviceFilter filter() {
        return new DeviceFilter(
                search,
                QueryParameters.constant("status", status, DeviceStatus.class),
                QueryParameters.constant("credentialStatus", credentialStatus, CredentialStatus.class),
                QueryParameters.constant("type", type, DeviceType.class),
                QueryParameters.id("manufacturer", manufacturer),
                QueryParameters.id("import", importId),
                QueryParameters.exact("identifier", identifier));
    }
}
