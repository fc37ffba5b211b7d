package dev.muster.rest.enrollment;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The changes of an import.
 *
 * @param reprovisioningPolicy null for the organization's policy
 */
@Schema(name = "ImportUpdate")
public record ChangedImport(ReprovisioningPolicy reprovisioningPolicy) {

    private static final String POLICY = "reprovisioningPolicy";

    /**
     * @throws ProblemException {@code validation-failed} if the policy is missing; for the organization's policy, send
     *     {@code null}
     */
    static ChangedImport read(InputStream body) {
        JsonBody json = JsonBody.read(body, POLICY);
        if (!json.has(POLICY)) {
            throw ProblemException.invalid(
                    "The member " + POLICY + " is missing; send null for the organization's policy.");
        }
        return new ChangedImport(json.constant(POLICY, ReprovisioningPolicy.class));
    }
}
