package dev.muster.rest.enrollment.allowlist;

import dev.muster.domain.enrollment.allowlist.ReleaseNotice;
import dev.muster.ejb.enrollment.allowlist.NoticeService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.Listing;
import dev.muster.rest.shared.NamedId;
import dev.muster.rest.shared.Paging;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The notices to an organization that its identifiers were released. */
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
    @Operation(summary = "List the notices of released identifiers, newest first")
    public Listing<NoticeJson> listNotices(
            @QueryParam("unread") @Parameter(description = "true returns only notices that nobody has marked as read")
                    String unread,
            @QueryParam("search")
                    @Parameter(
                            description = "A part of the identifier, or of the name of the device or the manufacturer,"
                                    + " ignoring case")
                    String search,
            @BeanParam Paging paging) {
        boolean unreadOnly = QueryParameters.flag("unread", unread);
        return Listing.of(
                notices.list(caller.get(), organizationId, unreadOnly, search, paging.request()), NoticeJson::of);
    }

    @POST
    @Path("{noticeId}/read")
    @Operation(summary = "Mark a notice as read, for all managers of the organization")
    public void markNoticeRead(@PathParam("noticeId") UUID noticeId) {
        notices.read(caller.get(), organizationId, noticeId);
    }

    /**
     * Somebody else has released an identifier of the organization.
     *
     * @param uniqueIdentifier as the organization had entered it
     * @param releasedBy MANUFACTURER or ADMINISTRATOR
     * @param deviceDeleted whether its device existed and was deleted with it
     * @param readAt absent until somebody has marked it as read
     */
    @Schema(name = "ReleaseNotice")
    @JsonbPropertyOrder({
        "id",
        "uniqueIdentifier",
        "deviceName",
        "manufacturer",
        "releasedBy",
        "reason",
        "deviceDeleted",
        "releasedAt",
        "readAt"
    })
    public record NoticeJson(
            UUID id,
            String uniqueIdentifier,
            String deviceName,
            NamedId manufacturer,
            String releasedBy,
            String reason,
            boolean deviceDeleted,
            Instant releasedAt,
            Instant readAt) {

        static NoticeJson of(ReleaseNotice notice) {
            return new NoticeJson(
                    notice.id(),
                    notice.uniqueIdentifier(),
                    notice.deviceName(),
                    new NamedId(
                            notice.manufacturer().id(), notice.manufacturer().name()),
                    notice.isByAdministrator() ? "ADMINISTRATOR" : "MANUFACTURER",
                    notice.reason(),
                    notice.isDeviceDeleted(),
                    notice.releasedAt(),
                    notice.readAt());
        }
    }
}
