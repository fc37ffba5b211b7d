package dev.muster.rest.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer to a request that has made something. */
public final class Created {

    private static final String API = "/api/v1/";

    private Created() {}

    /** @param path of the new thing, below {@code /api/v1/} */
    public static Response at(String path, Object entity) {
        return located(Response.Status.CREATED, path, entity);
    }

    /** The answer while the work goes on; the entity is the present state. */
    public static Response later(String path, Object entity) {
        return located(Response.Status.ACCEPTED, path, entity);
    }

    private static Response located(Response.Status status, String path, Object entity) {
        return Response.status(status)
                .header(HttpHeaders.LOCATION, API + path)
                .entity(entity)
                .build();
    }
}
