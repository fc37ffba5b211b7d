package dev.muster.rest.notice;

import dev.muster.ejb.notice.NoticeService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an organization is told that others did. */
@Path("organizations/{organizationId}/notices")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollments")
@SecurityRequirement(name = ApiApplication.BEARER)
public class NoticeResource {

    @Inject
    private NoticeService notices;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @GET
    @Operation(
            summary = "List the notices, newest first",
            description = "A notice tells what somebody else did that concerns the organization: a manufacturer or an"
                    + " administrator released one of its identifiers, a manufacturer deletes a certificate that has proved"
                    + " its devices or plans to, an administrator suspended a manufacturer. If a plan is moved or"
                    + " withdrawn, its notice changes and is unread again.")
    public Listing<NoticeJson> listNotices(
            @QueryParam("unread") @Parameter(description = "true returns only notices that nobody has marked as read")
                    String unread,
            @QueryParam("search")
                    @Parameter(
                            description =
                                    "A part of the identifier, or of the name of the device, the certificate or the"
                                            + " manufacturer, ignoring case")
                    String search,
            @BeanParam Paging paging) {
        boolean unreadOnly = QueryParameters.flag("unread", unread);
        return Listing.of(
                notices.list(caller.get(), organizationId, unreadOnly, search, paging.request()), NoticeJson::of);
    }

    @POST
    @Path("{noticeId}/read")
    @Operation(
            summary = "Mark a notice as read, for all managers of the organization",
            description = "409 if the notice was changed since writtenAt: then read it again.")
    public void markNoticeRead(
            @PathParam("noticeId") UUID noticeId,
            @QueryParam("writtenAt")
                    @Parameter(
                            description =
                                    "writtenAt of the notice as you read it, so that you do not mark a later change;"
                                            + " without it the notice is marked as it is now")
                    String writtenAt) {
        Instant seen = writtenAt == null ? null : QueryParameters.time("writtenAt", writtenAt);
        notices.read(caller.get(), organizationId, noticeId, seen);
    }
}
