package dev.muster.rest.account;

import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.NewUser;
import dev.muster.rest.shared.JsonBody;
import java.util.UUID;

/** The user that is wanted; which of the two ids is needed depends on the role. */
public record NewUserJson(String username, String password, Role role, UUID organizationId, UUID manufacturerId) {

    static final String[] MEMBERS = {"username", "password", "role", "organizationId", "manufacturerId"};

    static NewUserJson from(JsonBody body) {
        return new NewUserJson(
                body.text("username"),
                body.text("password"),
                body.constant("role", Role.class, null),
                body.id("organizationId"),
                body.id("manufacturerId"));
    }

    NewUser toNewUser() {
        return new NewUser(username, password, role, organizationId, manufacturerId);
    }

    @Override
    public String toString() {
        return "NewUserJson[" + username + "]";
    }
}
