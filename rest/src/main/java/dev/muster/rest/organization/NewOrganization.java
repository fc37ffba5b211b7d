package dev.muster.rest.organization;

import dev.muster.rest.shared.JsonBody;

/** The organization that is wanted. */
public record NewOrganization(String name) {

    static NewOrganization from(JsonBody body) {
        return new NewOrganization(body.text("name"));
    }
}
