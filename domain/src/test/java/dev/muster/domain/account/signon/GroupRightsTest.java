package dev.muster.domain.account.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRightsTest {

    private static final UUID ONE = UUID.randomUUID();

    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void aGroupMayGiveSeveralRolesAndTheOrderIsThatOfTheSetting() {
        GroupRights rights = GroupRights.parse("both=ORGANIZATION_MANAGER:" + ONE + ", both=MANUFACTURER_VIEWER:"
                + OTHER + ",fleet-admins = ADMINISTRATOR ,");
        assertThat(rights.of(List.of("fleet-admins", "unknown", "both")))
                .containsExactly(
                        new GroupRight(Role.ORGANIZATION_MANAGER, ONE),
                        new GroupRight(Role.MANUFACTURER_VIEWER, OTHER),
                        new GroupRight(Role.ADMINISTRATOR, null));
        assertThat(rights.of(List.of("BOTH", "unknown"))).isEmpty();
    }

    @Test
    void ofTwoRolesInATenantTheChangingOneCounts() {
        GroupRights rights = GroupRights.parse("v=ORGANIZATION_VIEWER:" + ONE + ",m=ORGANIZATION_MANAGER:" + ONE
                + ",w=ORGANIZATION_VIEWER:" + ONE + ",o=OPERATOR,a=ADMINISTRATOR");
        assertThat(rights.of(List.of("v", "w", "m", "a", "o")))
                .containsExactly(
                        new GroupRight(Role.ORGANIZATION_MANAGER, ONE), new GroupRight(Role.ADMINISTRATOR, null));
    }

    @Test
    void semicolonsSeparateIfNamesHaveCommas() {
        GroupRights rights = GroupRights.parse("cn=admins,ou=muster=ADMINISTRATOR; ops=OPERATOR");
        assertThat(rights.of(List.of("cn=admins,ou=muster"))).containsExactly(new GroupRight(Role.ADMINISTRATOR, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "x",
                "=ADMINISTRATOR",
                "x=",
                "x=administrator",
                "x=ROOT",
                "x=ADMINISTRATOR:6f1e7f7c-7f4e-4f63-8f0e-0a4f0d9e2a11",
                "x=ORGANIZATION_MANAGER",
                "x=ORGANIZATION_MANAGER:12",
                "x=ORGANIZATION_MANAGER:1-1-1-1-1"
            })
    void whatCannotBeReadIsNamed(String text) {
        assertThatThrownBy(() -> GroupRights.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
