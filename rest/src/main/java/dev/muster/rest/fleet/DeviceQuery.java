package dev.muster.rest.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceState;
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
            STANDALONE, PERIPHERAL), manufacturer (its id), import (the id of the import that enrolled them), model (the id of their
            data model), certificate (the id of the manufacturer's certificate that proved them), application (the id of an application that they
            belong to), state (JOINED: not invalidated; REPORTING and SILENT: of these, heard or not heard from for the time that
            the operator has set, 24 hours by default; UNHEARD: never heard since the last proof;
            EXPIRING: its own certificate expires within 30 days; SUSPENDED; INVALIDATED).""";

    /** The same for a list. */
    static final String OF_LIST = DESCRIPTION
            + " Order: sort (createdAt, name, uniqueIdentifier, lastUsedAt; with a minus before it in descending order;"
            + " -createdAt by default).";

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

    @QueryParam("state")
    private String state;

    @QueryParam("model")
    private String model;

    @QueryParam("certificate")
    private String certificate;

    @QueryParam("application")
    private String application;

    /** @throws ProblemException {@code validation-failed} if a value is not valid */
    DeviceFilter filter() {
        return new DeviceFilter(
                search,
                QueryParameters.constant("status", status, DeviceStatus.class),
                QueryParameters.constant("credentialStatus", credentialStatus, CredentialStatus.class),
                QueryParameters.constant("type", type, DeviceType.class),
                QueryParameters.id("manufacturer", manufacturer),
                QueryParameters.id("import", importId),
                QueryParameters.exact("identifier", identifier),
                QueryParameters.constant("state", state, DeviceState.class),
                QueryParameters.id("model", model),
                QueryParameters.id("certificate", certificate),
                QueryParameters.id("application", application));
    }
}
