package dev.muster.web.provisioning.approval;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a policy for second proofs means, in a few words and in a sentence. */
@Named
@ApplicationScoped
public class PolicySentences {

    @Inject
    private Texts texts;

    public ReprovisioningPolicy[] getAll() {
        return ReprovisioningPolicy.values();
    }

    public String title(ReprovisioningPolicy policy) {
        return texts.of(
                switch (policy) {
                    case ROTATE_UNTIL_FIRST_USE -> "provisioning.policyUntilFirstUse";
                    case NEVER -> "provisioning.policyNever";
                    case ROTATE -> "provisioning.policyAlways";
                    case APPROVAL -> "provisioning.policyAsk";
                });
    }

    public String explanation(ReprovisioningPolicy policy) {
        return texts.of(
                switch (policy) {
                    case ROTATE_UNTIL_FIRST_USE -> "provisioning.policyUntilFirstUseExplained";
                    case NEVER -> "provisioning.policyNeverExplained";
                    case ROTATE -> "provisioning.policyAlwaysExplained";
                    case APPROVAL -> "provisioning.policyAskExplained";
                });
    }
}
