package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;

/** The HTTP status (RFC 9110 section 15) of each problem. */
final class ProblemStatus {

    private ProblemStatus() {}

    /** Without a default, so that a new code does not compile until its status is decided. */
    static int of(ProblemCode code) {
        return switch (code) {
            case MALFORMED_REQUEST -> 400;
            case INVALID_PROOF, USE_NONCE, UNAUTHENTICATED, SECOND_FACTOR_REQUIRED -> 401;
            case HTTPS_REQUIRED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_EXPIRED,
                    MANUFACTURER_SUSPENDED,
                    ORGANIZATION_SUSPENDED,
                    BUDGET_EXHAUSTED,
                    PROOF_FORM_DISABLED,
                    DEVICE_INVALIDATED,
                    CREDENTIALS_SUSPENDED,
                    FORBIDDEN -> 403;
            case DEVICE_NOT_IMPORTED, NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REPLAYED_PROOF, ALREADY_PROVISIONED, CONFLICT, QUOTA_REACHED, DRAFT_INVALID -> 409;
            case LENGTH_REQUIRED -> 411;
            case ROW_CHANGED -> 412;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID_IDENTIFIER, INVALID_TELEMETRY, INVALID_FILE, VALIDATION_FAILED -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL_ERROR -> 500;
            case UNAVAILABLE -> 503;
        };
    }
}
