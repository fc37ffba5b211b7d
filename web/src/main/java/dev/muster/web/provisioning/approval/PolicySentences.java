package dev.muster.web.provisioning.approval;

import dev.muster.domain.organization.ReprovisioningPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What a policy for second proofs means, in a few words and in a sentence. */
@Named
@ApplicationScoped
public class PolicySentences {

    public ReprovisioningPolicy[] getAll() {
        return ReprovisioningPolicy.values();
    }

    public String title(ReprovisioningPolicy policy) {
        return switch (policy) {
            case ROTATE_UNTIL_FIRST_USE -> "New credentials until their first use";
            case NEVER -> "Never";
            case ROTATE -> "New credentials at any time";
            case APPROVAL -> "Ask me";
        };
    }

    public String explanation(ReprovisioningPolicy policy) {
        return switch (policy) {
            case ROTATE_UNTIL_FIRST_USE ->
                "Until a device has logged in once, another proof gives it new credentials, so a lost response does no"
                        + " harm. After that its proofs are refused.";
            case NEVER ->
                "A device gets credentials once. If the response was lost, you must allow it to be provisioned again.";
            case ROTATE ->
                "A device that signs with its own key gets new credentials whenever it proves itself. If many devices"
                        + " share a key, a manager is asked first.";
            case APPROVAL ->
                "Every further proof waits under Approvals until a manager decides. The old credentials keep working.";
        };
    }
}
