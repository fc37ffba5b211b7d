package dev.muster.rest.provisioning;

import dev.muster.ejb.provisioning.answer.ProvisionAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a device whose organization must approve that the device is provisioned again. It is not an error and
 * so not a problem document, but it has the members of one that programs rely on. For the OpenAPI document; {@link ProvisionAnswer}
 * writes it.
 *
 * @param code {@code approval-pending}
 * @param detail for the person who reads the device's log
 * @param instance the recorded attempt
 * @param retryable true: a later request, with another proof, may succeed
 * @param serverTime seconds since the epoch
 */
@Schema(name = "PendingApproval")
public record ApprovalPendingJson(String code, String detail, String instance, boolean retryable, long serverTime) {}
