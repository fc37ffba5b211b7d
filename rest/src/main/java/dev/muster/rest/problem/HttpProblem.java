package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;

/** The problems for what the container and JAX-RS refuse with an HTTP status only. */
final class HttpProblem {

    private HttpProblem() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemCode.UNAUTHENTICATED, "Authenticate as the header WWW-Authenticate says.");
            case 403 -> Problem.of(ProblemCode.FORBIDDEN, "This is not allowed.");
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "This does not exist, or you may not see it.");
            case 405 ->
                Problem.of(
                        ProblemCode.METHOD_NOT_ALLOWED,
                        "This address does not support this method; see the API's description.");
            case 406 ->
                Problem.of(
                        ProblemCode.NOT_ACCEPTABLE,
                        "The header Accept asks for a media type that is not offered here.");
            case 411 ->
                Problem.of(
                        ProblemCode.LENGTH_REQUIRED,
                        "Send the header Content-Length with the body's length in bytes, or the body in chunks.");
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "The body is longer than this address accepts.");
            case 415 ->
                Problem.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "This address does not accept the type in the header Content-Type.");
            case 503 -> Problem.of(ProblemCode.UNAVAILABLE, "The service cannot do this now; try again later.");
            default ->
                status >= 500
                        ? Problem.of(ProblemCode.INTERNAL_ERROR, "Something unexpected happened.")
                        : Problem.of(ProblemCode.MALFORMED_REQUEST, "The request or its body cannot be read.");
        };
    }
}
