package dev.muster.rest.account;

import dev.muster.domain.account.UserSession;
import dev.muster.ejb.account.session.SessionService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own sessions in the portal. */
@Path("account/sessions")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@SecurityRequirement(name = ApiApplication.BEARER)
public class OwnSessionResource {

    @Inject
    private SessionService sessions;

    @Inject
    private ApiCaller caller;

    @GET
    @Operation(summary = "List your own sessions in the portal, the newest first")
    public Listing<SessionJson> listOwnSessions(
            @QueryParam("search") @Parameter(description = "A part of the browser's name or of the address")
                    String search,
            @BeanParam Paging paging) {
        return Listing.of(sessions.list(caller.get(), search, paging.request()), SessionJson::of);
    }

    @DELETE
    @Path("{sessionId}")
    @Operation(summary = "End one of your own sessions in the portal")
    public void endOwnSession(@PathParam("sessionId") UUID sessionId) {
        sessions.end(caller.get(), sessionId);
    }

    /**
     * A session of the portal.
     *
     * @param browser the name that the browser gives itself
     * @param lastUsedAt to the minute
     */
    @Schema(name = "Session")
    @JsonbPropertyOrder({"id", "source", "browser", "createdAt", "lastUsedAt", "endsAt"})
    public record SessionJson(
            UUID id, String source, String browser, Instant createdAt, Instant lastUsedAt, Instant endsAt) {

        static SessionJson of(UserSession session) {
            return new SessionJson(
                    session.id(),
                    session.source(),
                    session.browser(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.endsAt());
        }
    }
}
