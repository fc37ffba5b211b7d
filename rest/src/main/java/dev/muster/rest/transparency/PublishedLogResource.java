package dev.muster.rest.transparency;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.TilePath;
import dev.muster.domain.transparency.VerifierKey;
import dev.muster.ejb.transparency.PublishedLog;
import dev.muster.rest.security.Published;
import dev.muster.rest.shared.QueryParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody may see of the transparency log, and what a verifier needs (docs/transparency-log.md). */
@Path("log")
@RequestScoped
@Published
@Tag(name = "Log")
public class PublishedLogResource {

    private static final String TEXT = "text/plain;charset=utf-8";

    /** The newest checkpoint is another one soon (RFC 9111 section 5.2.2.4). */
    private static final String ASK_FIRST = "no-cache";

    /** What a log has said stays so (RFC 8246). */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    private PublishedLog log;

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @Operation(summary = "The size and the root of the transparency log, signed (C2SP tlog-checkpoint)")
    public Response getLogCheckpoint() {
        return Response.ok(log.checkpoint())
                .header(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                .build();
    }

    @GET
    @Path("key")
    @Produces(TEXT)
    @Operation(
            summary =
                    "The keys that sign or have signed checkpoints, the newest first, one in a line (C2SP signed-note)")
    public Response getLogKeys() {
        return Response.ok(log.keys().stream().map(VerifierKey::text).collect(Collectors.joining("\n", "", "\n")))
                .header(HttpHeaders.CACHE_CONTROL, ASK_FIRST)
                .build();
    }

    @GET
    @Path("tile/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "A tile of hashes or entries (C2SP tlog-tiles)",
            description = "The path is <level>/<number> or entries/<number>, such as 0/x001/x234/067, and ends in"
                    + " .p/<width> if the tile is not full.")
    public Response getLogTile(@PathParam("tile") String tile) {
        TilePath path = TilePath.parse(tile).orElseThrow(ProblemException::notFound);
        return Response.ok(log.tile(path).orElseThrow(ProblemException::notFound))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    @GET
    @Path("inclusion")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The proof that the log has a leaf (RFC 9162, section 2.1.3)")
    public ProofJson getLogInclusion(@QueryParam("index") String index, @QueryParam("size") String size) {
        return ProofJson.of(
                log.inclusion(QueryParameters.number("index", index, -1), QueryParameters.number("size", size, -1)));
    }

    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The proof that the log only grew between two sizes (RFC 9162, section 2.1.4)")
    public ProofJson getLogConsistency(@QueryParam("from") String from, @QueryParam("to") String to) {
        return ProofJson.of(
                log.consistency(QueryParameters.number("from", from, -1), QueryParameters.number("to", to, -1)));
    }

    /**
     * A proof.
     *
     * @param hashes each 32 bytes in base64, in the order of RFC 9162
     */
    @Schema(name = "LogProof")
    public record ProofJson(List<String> hashes) {

        static ProofJson of(List<byte[]> hashes) {
            return new ProofJson(
                    hashes.stream().map(Base64.getEncoder()::encodeToString).toList());
        }
    }
}
