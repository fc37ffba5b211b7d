package dev.muster.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Organization organization = new Organization(new TenantName("Fleet"), NOW);

    @Test
    void aSecondSuspensionKeepsTheTimeOfTheFirst() {
        organization.suspend(NOW);
        organization.suspend(NOW.plusSeconds(9));
        assertThat(organization.suspendedAt()).isEqualTo(NOW);
        assertThat(organization.status()).isEqualTo(OrganizationStatus.SUSPENDED);
        organization.resume();
        assertThat(organization.suspendedAt()).isNull();
        assertThat(organization.status()).isEqualTo(OrganizationStatus.ACTIVE);
    }

    @Test
    void onlyASuspendedOneIsDeletedAndItLosesItsNameWhenItIsEmpty() {
        assertThatThrownBy(() -> organization.delete(NOW)).isInstanceOf(ProblemException.class);
        assertThat(organization.isDeleted()).isFalse();
        organization.suspend(NOW);
        organization.delete(NOW);
        assertThat(organization.isBeingDeleted()).isTrue();
        assertThat(organization.name()).isEqualTo("Fleet");
        organization.empty(NOW);
        assertThat(organization.isDeleted()).isTrue();
        assertThat(organization.isBeingDeleted()).isFalse();
        assertThat(organization.name()).isEmpty();
    }
}
