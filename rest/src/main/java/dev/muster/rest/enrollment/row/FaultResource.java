package dev.muster.rest.enrollment.row;

import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.FaultOffers;
import dev.muster.ejb.enrollment.FaultService;
import dev.muster.rest.ApiApplication;
import dev.muster.rest.security.ApiCaller;
import dev.muster.rest.security.Authenticated;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The faults of a draft by kind, and what can be done about all cells of a kind. */
@Path("organizations/{organizationId}/imports/{importId}/faults")
@RequestScoped
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@SecurityRequirement(name = ApiApplication.BEARER)
public class FaultResource {

    @Inject
    private FaultService faults;

    @Inject
    private ApiCaller caller;

    @PathParam("organizationId")
    private UUID organizationId;

    @PathParam("importId")
    private UUID importId;

    @GET
    @Operation(summary = "Count the invalid cells by column and fault")
    public FaultsJson listFaults() {
        return new FaultsJson(faults.list(caller.get(), organizationId, importId).stream()
                .map(found -> new FaultJson(found.kind().text(), found.kind().title(), found.cells()))
                .toList());
    }

    @GET
    @Path("{column}/{fault}")
    @Operation(
            summary = "Say what can be done about all cells with a fault; 409 if the import is not a draft",
            description = "A column and a code, such as deviceType and unknown-type. Send a repair's kind to repairs."
                    + " duplicates counts the rows that keepFirst of changes deletes.")
    public OffersJson getOffers(@PathParam("column") String column, @PathParam("fault") String fault) {
        FaultKind kind = FaultKind.parse(column + ":" + fault)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such fault."));
        return OffersJson.of(faults.offers(caller.get(), organizationId, importId, kind));
    }

    /** The faults of a draft. */
    @Schema(name = "ImportFaults")
    public record FaultsJson(List<FaultJson> faults) {}

    /** How many cells of a column have a fault. */
    @Schema(name = "ImportFault")
    public record FaultJson(String fault, String title, int cells) {}

    /** What can be done about all cells with a fault. */
    @Schema(name = "ImportFaultOffers")
    public record OffersJson(String fault, int changeNumber, int cells, int duplicates, List<OfferJson> repairs) {

        /** A repair, and how many cells it changes. */
        @Schema(name = "ImportFaultRepair")
        public record OfferJson(String kind, String label, int cells) {}

        static OffersJson of(FaultOffers offers) {
            return new OffersJson(
                    offers.kind().text(),
                    offers.changeNumber(),
                    offers.cells(),
                    offers.duplicates(),
                    offers.offers().stream()
                            .map(offer -> new OfferJson(
                                    offer.kind().name(), offer.kind().label(), offer.cells()))
                            .toList());
        }
    }
}
