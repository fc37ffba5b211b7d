package dev.muster.rest.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.UserState;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.ejb.account.CreatedUser;
import dev.muster.ejb.account.IssuedLink;
import dev.muster.ejb.account.MembershipEntry;
import dev.muster.ejb.account.UserEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user, without the password.
 *
 * @param role in the tenant in which the user logs in; for the own account: for which the caller works now
 * @param memberships all tenants of the user
 * @param link the one-time link of a user who was made without a password; only in the answer that made the user
 */
@Schema(name = "User")
@JsonbPropertyOrder({
    "id",
    "username",
    "displayName",
    "role",
    "organizationId",
    "manufacturerId",
    "state",
    "memberships",
    "createdAt",
    "link",
    "linkExpiresAt"
})
public record UserJson(
        UUID id,
        String username,
        String displayName,
        Role role,
        UUID organizationId,
        UUID manufacturerId,
        UserState state,
        List<MembershipJson> memberships,
        Instant createdAt,
        String link,
        Instant linkExpiresAt) {

    static UserJson of(UserEntry entry) {
        return of(entry, entry.home(), null);
    }

    static UserJson of(CreatedUser created) {
        return of(created.entry(), created.entry().home(), created.link().orElse(null));
    }

    /** The caller's own account, with the role and the tenant for which the caller works now. */
    static UserJson of(UserEntry entry, Caller caller) {
        MembershipEntry present = entry.memberships().stream()
                .filter(one -> Objects.equals(one.membership().tenantId(), caller.tenantId()))
                .findFirst()
                .orElseGet(entry::home);
        return of(entry, present, null);
    }

    private static UserJson of(UserEntry entry, MembershipEntry shown, IssuedLink link) {
        PortalUser user = entry.user();
        Membership home = shown.membership();
        return new UserJson(
                user.id(),
                user.username(),
                user.displayName(),
                home.role(),
                home.organizationId(),
                home.manufacturerId(),
                user.state(),
                entry.memberships().stream().map(MembershipJson::of).toList(),
                user.createdAt(),
                link == null ? null : link.link(),
                link == null ? null : link.expiresAt());
    }

    @Override
    public String toString() {
        return "UserJson[" + username + "]";
    }
}
