package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.device.DeviceIdentity;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierStandingTest {

    private static final Instant CREATED = Instant.parse("2026-01-01T12:00:00Z");

    private static final Instant PROVEN_AGAIN = CREATED.plusSeconds(60);

    @Test
    void aProvisionedDeviceIsSoSinceItsLastProof() {
        Device device = new Device(
                new Organization(new TenantName("Holder"), CREATED),
                new DeviceIdentity(1L, "as the holder spells it", "name", DeviceType.STANDALONE),
                UUID.randomUUID(),
                new DeviceCredential("A".repeat(26), "hash"),
                CREATED);
        device.reprovision(UUID.randomUUID(), new DeviceCredential("B".repeat(26), "hash"), PROVEN_AGAIN);

        assertThat(IdentifierStanding.of("as asked", device, PROVEN_AGAIN))
                .isEqualTo(new IdentifierStanding("as asked", IdentifierState.PROVISIONED, PROVEN_AGAIN));
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusOfADeviceIsAStateWithADevice(DeviceStatus status) {
        assertThat(IdentifierState.of(status).name()).isEqualTo(status.name());
        assertThat(IdentifierState.of(status).hasDevice()).isTrue();
    }

    @Test
    void withoutADeviceThereIsNone() {
        assertThat(IdentifierState.ENROLLED.hasDevice()).isFalse();
        assertThat(IdentifierStanding.notEnrolled("x").state().hasDevice()).isFalse();
        assertThat(IdentifierStanding.notEnrolled("x").since()).isNull();
    }
}
