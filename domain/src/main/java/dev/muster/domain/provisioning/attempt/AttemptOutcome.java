package dev.muster.domain.provisioning.attempt;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;
import java.util.Arrays;
import java.util.Optional;

/** How an attempt ends: with a device, with a request for an approval, or with a recorded refusal. */
public enum AttemptOutcome {
    /** The device was created. */
    PROVISIONED("provisioned"),
    /** The device has new credentials. */
    ROTATED("rotated"),
    /** The device exists; a manager decides whether it gets new credentials. */
    APPROVAL_PENDING("approval-pending"),
    MALFORMED_REQUEST(ProblemCode.MALFORMED_REQUEST),
    INVALID_PROOF(ProblemCode.INVALID_PROOF),
    USE_NONCE(ProblemCode.USE_NONCE),
    REPLAYED_PROOF(ProblemCode.REPLAYED_PROOF),
    PROOF_FORM_DISABLED(ProblemCode.PROOF_FORM_DISABLED),
    CERTIFICATE_REVOKED(ProblemCode.CERTIFICATE_REVOKED),
    CERTIFICATE_EXPIRED(ProblemCode.CERTIFICATE_EXPIRED),
    MANUFACTURER_SUSPENDED(ProblemCode.MANUFACTURER_SUSPENDED),
    BUDGET_EXHAUSTED(ProblemCode.BUDGET_EXHAUSTED),
    RATE_LIMITED(ProblemCode.RATE_LIMITED),
    INVALID_IDENTIFIER(ProblemCode.INVALID_IDENTIFIER),
    DEVICE_NOT_IMPORTED(ProblemCode.DEVICE_NOT_IMPORTED),
    ORGANIZATION_SUSPENDED(ProblemCode.ORGANIZATION_SUSPENDED),
    ALREADY_PROVISIONED(ProblemCode.ALREADY_PROVISIONED),
    /** The certificate signing request breaks a rule, so no certificate can be issued for it. */
    VALIDATION_FAILED(ProblemCode.VALIDATION_FAILED),
    /** A renewal with the certificate of a device that a revocation has invalidated. */
    DEVICE_INVALIDATED(ProblemCode.DEVICE_INVALIDATED),
    /** A renewal with the certificate of a device whose credentials are suspended. */
    CREDENTIALS_SUSPENDED(ProblemCode.CREDENTIALS_SUSPENDED);

    private final String code;

    AttemptOutcome(ProblemCode refusal) {
        this(refusal.code());
    }

    AttemptOutcome(String code) {
        this.code = code;
    }

    /** The outcome of a provision request. */
    public static AttemptOutcome of(ProvisioningOutcome outcome) {
        return switch (outcome) {
            case ProvisioningOutcome.Provisioned provisioned -> provisioned.first() ? PROVISIONED : ROTATED;
            case ProvisioningOutcome.ApprovalPending pending -> APPROVAL_PENDING;
            case ProvisioningOutcome.Refused refused -> refusal(refused.code().code());
        };
    }

    private static AttemptOutcome refusal(String code) {
        return named(code).orElseThrow(() -> new IllegalArgumentException(code + " is no outcome of an attempt"));
    }

    /** The outcome with this code; empty for any other text. */
    public static Optional<AttemptOutcome> named(String code) {
        return Arrays.stream(values()).filter(o -> o.code.equals(code)).findFirst();
    }

    /** {@code provisioned}, {@code rotated}, {@code approval-pending} or a problem code; at most 32 characters. */
    public String code() {
        return code;
    }

    public boolean isSuccess() {
        return this == PROVISIONED || this == ROTATED;
    }

    /** Whether the device got nothing, and nobody is asked whether it gets something. */
    public boolean isRefusal() {
        return !isSuccess() && this != APPROVAL_PENDING;
    }

    /** Whether only the holder of a certificate's private key can cause it. Any stranger can cause the others. */
    public boolean isVerified() {
        return this != MALFORMED_REQUEST && this != INVALID_PROOF && this != USE_NONCE;
    }
}
