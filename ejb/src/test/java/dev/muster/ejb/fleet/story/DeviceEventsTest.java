package dev.muster.ejb.fleet.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.device.DeviceIdentity;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.attempt.AttemptSubject;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.fleet.story.DeviceEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceEventsTest {

    private static final Instant JOINED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = JOINED.plus(Duration.ofHours(1));

    private final Device device = new Device(
            new Organization(new TenantName("Fleet"), JOINED),
            new DeviceIdentity(1L, "A1", "one", DeviceType.STANDALONE),
            UUID.randomUUID(),
            new DeviceCredential("A".repeat(26), "hash"),
            JOINED);

    @Test
    void anInvalidationThatIsPlannedHasNotHappened() {
        device.endAt(LATER);

        assertThat(kinds(new DeviceEvents().state(device, JOINED))).isEmpty();
        assertThat(kinds(new DeviceEvents().state(device, LATER))).containsExactly(Kind.INVALIDATED);
    }

    @Test
    void theNewestIsFirst() {
        ApprovalRequest request = new ApprovalRequest(device, UUID.randomUUID(), UUID.randomUUID(), JOINED);
        request.approve(UUID.randomUUID(), LATER);

        DeviceEvents events = new DeviceEvents()
                .attempts(List.of(attempt(JOINED.minusSeconds(1))))
                .state(device, LATER)
                .approval(request);

        assertThat(kinds(events))
                .containsExactly(Kind.APPROVAL_DECIDED, Kind.REPROVISIONING_ALLOWED, Kind.APPROVAL_ASKED, Kind.ATTEMPT);
    }

    private static List<Kind> kinds(DeviceEvents events) {
        return events.newestFirst().stream().map(DeviceEvent::kind).toList();
    }

    private static ProvisioningAttempt attempt(Instant at) {
        return new ProvisioningAttempt(
                UUID.randomUUID(),
                new AttemptSubject(null, null, null, "A1", "A1", "192.0.2.1"),
                AttemptOutcome.REPLAYED_PROOF,
                null,
                at);
    }
}
