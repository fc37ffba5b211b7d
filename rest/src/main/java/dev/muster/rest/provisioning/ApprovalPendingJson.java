package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a device whose organization must approve that the device is provisioned again. It is not an error and
 * so not a problem document, but it has the members of one that programs rely on.
 *
 * @param code {@code approval-pending}
 * @param detail for the person who reads the device's log
 * @param instance the recorded attempt
 * @param retryable true: a later request, with another proof, may succeed
 * @param serverTime seconds since the epoch
 */
@Schema(name = "PendingApproval")
@JsonbPropertyOrder({"code", "detail", "instance", "retryable", "serverTime"})
public record ApprovalPendingJson(String code, String detail, String instance, boolean retryable, long serverTime) {

    static ApprovalPendingJson of(ProvisioningOutcome.ApprovalPending pending, Instant now) {
        return new ApprovalPendingJson(
                "approval-pending",
                "The device keeps its credentials until its organization has decided; then come back with a new proof.",
                "urn:uuid:" + pending.attemptId(),
                true,
                now.getEpochSecond());
    }
}
