package dev.muster.domain.shared;

/**
 * The problem codes of the contract.
 *
 * <p>The code is for programs and never changes; the title is for people. The package rest/problem maps every code to
 * its HTTP status.
 */
public enum ProblemCode {
    MALFORMED_REQUEST("malformed-request", "The request cannot be read"),
    INVALID_PROOF("invalid-proof", "The proof is not valid"),
    /** Retryable: the answer contains the nonce that is needed. */
    USE_NONCE("use-nonce", "The proof needs a nonce of the server", true),
    HTTPS_REQUIRED("https-required", "HTTPS is required"),
    CERTIFICATE_REVOKED("certificate-revoked", "The certificate is revoked"),
    CERTIFICATE_EXPIRED("certificate-expired", "The certificate has expired"),
    MANUFACTURER_SUSPENDED("manufacturer-suspended", "The manufacturer is suspended"),
    ORGANIZATION_SUSPENDED("organization-suspended", "The organization is suspended"),
    BUDGET_EXHAUSTED("budget-exhausted", "The certificate has proved as many devices as it may"),
    PROOF_FORM_DISABLED("proof-form-disabled", "The certificate does not accept this form of proof"),
    /** Retryable: a device may be switched on before its import. */
    DEVICE_NOT_IMPORTED("device-not-imported", "No organization has imported the device", true),
    REPLAYED_PROOF("replayed-proof", "The proof has been used before"),
    ALREADY_PROVISIONED("already-provisioned", "The device is already provisioned"),
    BODY_TOO_LARGE("body-too-large", "The body is too large"),
    LENGTH_REQUIRED("length-required", "The request does not say how long its body is"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The media type is not supported"),
    INVALID_IDENTIFIER("invalid-identifier", "The identifier breaks the manufacturer's scheme"),
    /** Retryable: the limit ends by itself. */
    RATE_LIMITED("rate-limited", "Too many requests", true),
    UNAVAILABLE("unavailable", "The service is temporarily unavailable", true),
    INVALID_TELEMETRY("invalid-telemetry", "The telemetry is not valid"),
    UNAUTHENTICATED("unauthenticated", "Authentication is required"),
    SECOND_FACTOR_REQUIRED("second-factor-required", "A second factor is required"),
    DEVICE_INVALIDATED("device-invalidated", "The device is invalidated"),
    CREDENTIALS_SUSPENDED("credentials-suspended", "The device's credentials are suspended"),
    FORBIDDEN("forbidden", "The request is not allowed"),
    NOT_FOUND("not-found", "There is no such resource"),
    CONFLICT("conflict", "The request conflicts with what exists"),
    /** An amount: somebody has to make room or raise the quota. */
    QUOTA_REACHED("quota-reached", "The quota is reached"),
    ROW_CHANGED("row-changed", "The row has changed since"),
    VALIDATION_FAILED("validation-failed", "A value is not valid"),
    INVALID_FILE("invalid-file", "The file cannot be read"),
    DRAFT_INVALID("draft-invalid", "The draft has invalid cells"),
    METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed"),
    NOT_ACCEPTABLE("not-acceptable", "No acceptable representation exists"),
    INTERNAL_ERROR("internal-error", "An unexpected error happened");

    private final String code;
    private final String title;
    private final boolean retryable;

    ProblemCode(String code, String title) {
        this(code, title, false);
    }

    ProblemCode(String code, String title, boolean retryable) {
        this.code = code;
        this.title = title;
        this.retryable = retryable;
    }

    /** The code on the wire: lower case, words joined by hyphens. */
    public String code() {
        return code;
    }

    /** One short sentence for people, the same for every occurrence (RFC 9457 section 3.1.3). */
    public String title() {
        return title;
    }

    /** Whether the same request, perhaps with a fresh proof, may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
