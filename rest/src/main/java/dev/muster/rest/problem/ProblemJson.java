package dev.muster.rest.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document (RFC 9457), for the OpenAPI document; {@link Problem} writes it. Some problems have further
 * members.
 *
 * @param code what a program relies on
 * @param serverTime seconds since the epoch
 */
@Schema(name = "Problem", description = "A problem (RFC 9457); some problems have further members, such as errors")
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,

        @Schema(description = "The problem code, for programs, such as already-provisioned")
        String code,

        @Schema(description = "Whether the same request, or one with a fresh proof, may succeed later")
        boolean retryable,

        @Schema(description = "Seconds since the epoch") long serverTime) {}
