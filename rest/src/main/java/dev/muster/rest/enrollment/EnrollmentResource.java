package dev.muster.rest.enrollment;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.ejb.enrollment.EnrollmentService;
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

/** An organization's entries of the allow-list. */
@Path("organizations/{organizationId}/enrollments")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrollments")
@SecurityRequirement(name = ApiApplication.BEARER)
public class EnrollmentResource {

    @Inject
    private EnrollmentService enrollments;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @GET
    @Operation(summary = "List the enrollments, oldest first")
    public Listing<EnrollmentJson> listEnrollments(
            @QueryParam("identifier")
                    @Parameter(description = "An identifier; every spelling that has the same normal form matches")
                    String identifier,
            @QueryParam("import") @Parameter(description = "The id of the import that enrolled them") String importId,
            @QueryParam("search") @Parameter(description = "A part of the identifier or the name, ignoring case")
                    String search,
            @BeanParam Paging paging) {
        return Listing.of(
                enrollments.list(
                        caller.get(),
                        organizationId,
                        QueryParameters.exact("identifier", identifier),
                        QueryParameters.id("import", importId),
                        search,
                        paging.request()),
                EnrollmentJson::of);
    }

    @DELETE
    @Path("{enrollmentId}")
    @Operation(summary = "Remove an entry from the allow-list; 409 if its device exists")
    public void deleteEnrollment(@PathParam("enrollmentId") long enrollmentId) {
        enrollments.delete(caller.get(), organizationId, enrollmentId);
    }

    /**
     * An entry of the allow-list.
     *
     * @param uniqueIdentifier as entered
     * @param parentGateway the normal form of the gateway's identifier; absent if the row names no gateway
     */
    @Schema(name = "Enrollment")
    @JsonbPropertyOrder({
        "id",
        "uniqueIdentifier",
        "deviceName",
        "deviceType",
        "parentGateway",
        "manufacturer",
        "importId",
        "createdAt"
    })
    public record EnrollmentJson(
            Long id,
            String uniqueIdentifier,
            String deviceName,
            DeviceType deviceType,
            String parentGateway,
            NamedId manufacturer,
            UUID importId,
            Instant createdAt) {

        static EnrollmentJson of(Enrollment enrollment) {
            return new EnrollmentJson(
                    enrollment.id(),
                    enrollment.uniqueIdentifier(),
                    enrollment.deviceName(),
                    enrollment.deviceType(),
                    enrollment.parentIdentifier(),
                    new NamedId(
                            enrollment.manufacturer().id(),
                            enrollment.manufacturer().name()),
                    enrollment.batchId(),
                    enrollment.createdAt());
        }
    }
}
