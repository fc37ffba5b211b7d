package dev.muster.ejb.account.acts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.transparency.NewLeaf;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserActsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID before = UUID.randomUUID();

    private final Caller administrator = new Caller(UUID.randomUUID(), "admin", Role.ADMINISTRATOR, null, false);

    private final PortalUser user = new PortalUser(new TenantName("anna"), NOW);

    private final Membership membership = new Membership(user, Role.ORGANIZATION_MANAGER, before, NOW);

    @Test
    void anotherRoleInTheSameTenantIsOneAct() {
        List<String> acts = contents(UserActs.moved(administrator, membership, Role.ORGANIZATION_VIEWER, before));
        assertThat(acts).hasSize(1);
        assertThat(acts.getFirst())
                .contains("\"act\":\"role-changed\"", "\"tenant\":\"organization:" + before, "ORGANIZATION_VIEWER");
        assertThat(membership.role()).isEqualTo(Role.ORGANIZATION_VIEWER);
    }

    @Test
    void bothTenantsSeeThatAUserMoves() {
        UUID after = UUID.randomUUID();
        List<String> acts = contents(UserActs.moved(administrator, membership, Role.MANUFACTURER_MANAGER, after));
        assertThat(acts).hasSize(2);
        assertThat(acts.getFirst())
                .contains("\"act\":\"membership-removed\"", "\"tenant\":\"organization:" + before)
                .contains("ORGANIZATION_MANAGER", "\"by\":\"user:" + administrator.userId());
        assertThat(acts.getLast())
                .contains("\"act\":\"role-changed\"", "\"tenant\":\"manufacturer:" + after, "MANUFACTURER_MANAGER")
                .contains("\"object\":\"user:" + user.id());
        assertThat(membership.tenantId()).isEqualTo(after);
    }

    @Test
    void thePlatformIsATenantToo() {
        List<String> acts = contents(UserActs.moved(administrator, membership, Role.OPERATOR, null));
        assertThat(acts).hasSize(2);
        assertThat(acts.getLast()).contains("OPERATOR").doesNotContain("\"tenant\"");
    }

    private static List<String> contents(List<LoggedAct> acts) {
        return acts.stream().map(act -> NewLeaf.of(act, NOW, RANDOM).content()).toList();
    }
}
