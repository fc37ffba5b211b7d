package dev.muster.web.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** What an attempt's outcome means for the person who looks at it, and what to do next. */
@Named
@ApplicationScoped
public class AttemptSentences {

    private final Texts texts;

    /** For the proxy. */
    protected AttemptSentences() {
        this(null);
    }

    @Inject
    public AttemptSentences(Texts texts) {
        this.texts = texts;
    }

    /** @param outcome code of an {@link AttemptOutcome} */
    public String title(String outcome) {
        return AttemptOutcome.named(outcome).map(this::title).orElse(outcome);
    }

    public String title(AttemptOutcome outcome) {
        return texts.word(outcome);
    }

    public String style(String outcome) {
        Optional<AttemptOutcome> known = AttemptOutcome.named(outcome);
        if (known.filter(AttemptOutcome.APPROVAL_PENDING::equals).isPresent()) {
            return "tag tag-pending";
        }
        return known.filter(AttemptOutcome::isSuccess).isPresent() ? "tag tag-active" : "tag tag-revoked";
    }

    /**
     * For the manufacturer's manager.
     *
     * @param outcome code of an {@link AttemptOutcome}
     */
    public String forManufacturer(String outcome) {
        return AttemptOutcome.named(outcome).map(this::manufacturers).orElse("");
    }

    private String manufacturers(AttemptOutcome outcome) {
        return texts.of(
                switch (outcome) {
                    case PROVISIONED -> "provisioning.makerProvisioned";
                    case ROTATED -> "provisioning.makerRotated";
                    case APPROVAL_PENDING -> "provisioning.makerApprovalPending";
                    case MALFORMED_REQUEST -> "provisioning.makerMalformedRequest";
                    case INVALID_PROOF -> "provisioning.makerInvalidProof";
                    case USE_NONCE -> "provisioning.makerUseNonce";
                    case REPLAYED_PROOF -> "provisioning.makerReplayedProof";
                    case PROOF_FORM_DISABLED -> "provisioning.makerProofFormDisabled";
                    case CERTIFICATE_REVOKED -> "provisioning.makerCertificateRevoked";
                    case CERTIFICATE_EXPIRED -> "provisioning.makerCertificateExpired";
                    case MANUFACTURER_SUSPENDED -> "provisioning.makerManufacturerSuspended";
                    case BUDGET_EXHAUSTED -> "provisioning.makerBudgetExhausted";
                    case RATE_LIMITED -> "provisioning.makerRateLimited";
                    case INVALID_IDENTIFIER -> "provisioning.makerInvalidIdentifier";
                    case DEVICE_NOT_IMPORTED -> "provisioning.makerDeviceNotImported";
                    case ORGANIZATION_SUSPENDED -> "provisioning.makerOrganizationSuspended";
                    case ALREADY_PROVISIONED -> "provisioning.makerAlreadyProvisioned";
                    case VALIDATION_FAILED -> "provisioning.makerValidationFailed";
                    case DEVICE_INVALIDATED -> "provisioning.makerDeviceInvalidated";
                    case CREDENTIALS_SUSPENDED -> "provisioning.makerCredentialsSuspended";
                });
    }

    /** For the organization's manager, who sees only verified attempts. */
    public String forOrganization(String outcome) {
        return AttemptOutcome.named(outcome).map(this::organizations).orElse("");
    }

    private String organizations(AttemptOutcome outcome) {
        return texts.of(
                switch (outcome) {
                    case PROVISIONED -> "provisioning.ownerProvisioned";
                    case ROTATED -> "provisioning.ownerRotated";
                    case APPROVAL_PENDING -> "provisioning.ownerApprovalPending";
                    case MALFORMED_REQUEST, INVALID_PROOF, USE_NONCE -> "provisioning.ownerRefused";
                    case REPLAYED_PROOF -> "provisioning.ownerReplayedProof";
                    case PROOF_FORM_DISABLED -> "provisioning.ownerProofFormDisabled";
                    case CERTIFICATE_REVOKED -> "provisioning.ownerCertificateRevoked";
                    case CERTIFICATE_EXPIRED -> "provisioning.ownerCertificateExpired";
                    case MANUFACTURER_SUSPENDED -> "provisioning.ownerManufacturerSuspended";
                    case BUDGET_EXHAUSTED -> "provisioning.ownerBudgetExhausted";
                    case RATE_LIMITED -> "provisioning.ownerRateLimited";
                    case INVALID_IDENTIFIER -> "provisioning.ownerInvalidIdentifier";
                    case DEVICE_NOT_IMPORTED -> "provisioning.ownerDeviceNotImported";
                    case ORGANIZATION_SUSPENDED -> "provisioning.ownerOrganizationSuspended";
                    case ALREADY_PROVISIONED -> "provisioning.ownerAlreadyProvisioned";
                    case VALIDATION_FAILED -> "provisioning.ownerValidationFailed";
                    case DEVICE_INVALIDATED -> "provisioning.ownerDeviceInvalidated";
                    case CREDENTIALS_SUSPENDED -> "provisioning.ownerCredentialsSuspended";
                });
    }

    /** Why a proof was rejected or a request could not be read; empty if the outcome says everything. */
    public String reason(String reason) {
        String sentence = reason != null && reason.endsWith(".") ? reason : "";
        return ProofRejection.named(reason).map(texts::word).orElse(sentence);
    }
}
