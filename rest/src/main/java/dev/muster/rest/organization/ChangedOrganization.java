package dev.muster.rest.organization;

import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;

/** What is to be different of an organization. */
public record ChangedOrganization(ReprovisioningPolicy reprovisioningPolicy) {

    static ChangedOrganization read(InputStream body) {
        JsonBody json = JsonBody.read(body, "reprovisioningPolicy");
        return new ChangedOrganization(json.constant("reprovisioningPolicy", ReprovisioningPolicy.class, null));
    }
}
