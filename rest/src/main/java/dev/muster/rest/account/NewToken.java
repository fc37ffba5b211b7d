package dev.muster.rest.account;

import dev.muster.rest.shared.JsonBody;

/** The token that is wanted. */
public record NewToken(String name, int expiresInDays) {

    static NewToken from(JsonBody body, int defaultDays) {
        return new NewToken(body.text("name"), body.integer("expiresInDays", defaultDays));
    }
}
