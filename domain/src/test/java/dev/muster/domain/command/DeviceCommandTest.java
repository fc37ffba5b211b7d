package dev.muster.domain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.device.DeviceIdentity;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceCommandTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Device device = new Device(
            new Organization(new TenantName("Fleet"), NOW),
            new DeviceIdentity(1L, "A1", "one", DeviceType.STANDALONE),
            UUID.randomUUID(),
            new DeviceCredential("A".repeat(26), "hash"),
            NOW);

    private final DeviceCommand command = new DeviceCommand(
            device, new NewCommand(CommandContent.read("{\"on\":1.0}"), LATER, null), UUID.randomUUID(), NOW);

    @Test
    void itWaitsUntilItExpires() {
        assertThat(command.state(LATER.minusNanos(1))).isEqualTo(CommandState.QUEUED);
        assertThat(command.state(LATER)).isEqualTo(CommandState.EXPIRED);
    }

    @Test
    void onlyAQueuedOneCanBeWithdrawn() {
        assertThatCode(() -> command.requireQueued(NOW)).doesNotThrowAnyException();
        assertThatThrownBy(() -> command.requireQueued(LATER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    @Test
    void theDeviceGetsItAsJson() {
        assertThat(command.message())
                .isEqualTo("{\"id\":\"%s\",\"data\":{\"on\":1.0},\"createdAt\":\"2026-12-01T12:00:00Z\","
                                .formatted(command.id())
                        + "\"expiresAt\":\"2026-12-01T12:01:00Z\"}");
    }
}
