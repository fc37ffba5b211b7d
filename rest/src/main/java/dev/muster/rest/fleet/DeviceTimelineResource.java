package dev.muster.rest.fleet;

import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.fleet.story.DeviceEvent;
import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.ejb.fleet.story.DeviceStory;
import dev.muster.ejb.fleet.story.DeviceStoryService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import dev.muster.rest.shared.NamedId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a device comes from, and what has happened to it. */
@Path("organizations/{organizationId}/devices/{deviceId}/timeline")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Devices")
@SecurityRequirement(name = ApiApplication.BEARER)
public class DeviceTimelineResource {

    @Inject
    private DeviceStoryService stories;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @GET
    @Operation(
            summary = "Where a device comes from, and what has happened to it, newest first: at most 100 provisioning"
                    + " attempts and 100 acts of the transparency log")
    public TimelineJson getDeviceTimeline(@PathParam("deviceId") UUID deviceId) {
        return TimelineJson.of(stories.get(caller.get(), organizationId, deviceId));
    }

    /** Where the device comes from, and the events, newest first. */
    @Schema(name = "DeviceTimeline")
    @JsonbPropertyOrder({"origin", "items"})
    public record TimelineJson(OriginJson origin, List<EventJson> items) {

        static TimelineJson of(DeviceStory story) {
            return new TimelineJson(
                    OriginJson.of(story.origin()),
                    story.events().stream().map(EventJson::of).toList());
        }
    }

    /**
     * Where a device comes from.
     *
     * @param imported the import that enrolled it, with the name of its file
     * @param row the number of its row in that file, from 1; absent if the row is not kept
     * @param certificate the name of the manufacturer's certificate that proved it
     * @param certificateRevokedAt when that certificate was or will be revoked; absent if no revocation is known
     * @param revocationReason why
     */
    @Schema(name = "DeviceOrigin")
    @JsonbPropertyOrder({
        "manufacturer",
        "imported",
        "row",
        "importedAt",
        "certificate",
        "certificateRevokedAt",
        "revocationReason"
    })
    public record OriginJson(
            NamedId manufacturer,
            NamedId imported,
            Integer row,
            Instant importedAt,
            String certificate,
            Instant certificateRevokedAt,
            RevocationReason revocationReason) {

        static OriginJson of(DeviceOrigin origin) {
            return new OriginJson(
                    new NamedId(
                            origin.source().manufacturerId(), origin.source().manufacturerName()),
                    new NamedId(origin.source().importId(), origin.source().importName()),
                    origin.row(),
                    origin.importedAt(),
                    origin.certificateName(),
                    origin.revokedAt(),
                    origin.reason());
        }
    }

    /**
     * Something that has happened to the device.
     *
     * @param code of an ATTEMPT its outcome, of an ACT the code of the act, of APPROVAL_DECIDED the decision; otherwise absent
     * @param by who did it, such as {@code user:<id>}; absent if nobody is known
     * @param attempt the id of the provisioning attempt; absent if there was none
     */
    @Schema(name = "DeviceEvent")
    @JsonbPropertyOrder({"at", "kind", "code", "by", "attempt"})
    public record EventJson(Instant at, DeviceEvent.Kind kind, String code, String by, UUID attempt) {

        static EventJson of(DeviceEvent event) {
            return new EventJson(event.at(), event.kind(), event.code(), event.by(), event.attempt());
        }
    }
}
