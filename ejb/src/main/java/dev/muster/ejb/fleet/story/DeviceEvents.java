package dev.muster.ejb.fleet.story;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.transparency.LeafContent;
import dev.muster.domain.transparency.LogLeaf;
import dev.muster.ejb.fleet.story.DeviceEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the events of a device together. An attempt that became an act is told once, as the act. */
final class DeviceEvents {

    private final List<DeviceEvent> events = new ArrayList<>();

    DeviceEvents imported(Enrollment enrollment) {
        events.add(DeviceEvent.of(enrollment.createdAt(), Kind.IMPORTED));
        return this;
    }

    DeviceEvents acts(List<LogLeaf> leaves) {
        leaves.stream().map(DeviceEvents::act).forEach(events::add);
        return this;
    }

    /** Call it after {@link #acts}. */
    DeviceEvents attempts(List<ProvisioningAttempt> attempts) {
        Set<UUID> told = events.stream()
                .map(DeviceEvent::attempt)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        attempts.stream()
                .filter(attempt -> !told.contains(attempt.id()))
                .map(attempt ->
                        new DeviceEvent(attempt.attemptedAt(), Kind.ATTEMPT, attempt.outcome(), null, attempt.id()))
                .forEach(events::add);
        return this;
    }

    DeviceEvents state(Device device, Instant now) {
        addIf(device.firstUsedAt(), Kind.FIRST_USE);
        addIf(device.reprovisioningAllowedAt(), Kind.REPROVISIONING_ALLOWED);
        if (device.status(now) == DeviceStatus.INVALIDATED) {
            addIf(device.invalidatedAt(), Kind.INVALIDATED);
        }
        return this;
    }

    DeviceEvents approval(@Nullable ApprovalRequest request) {
        if (request != null) {
            events.add(DeviceEvent.of(request.askedAt(), Kind.APPROVAL_ASKED));
            if (request.decidedAt() != null) {
                events.add(new DeviceEvent(
                        request.decidedAt(),
                        Kind.APPROVAL_DECIDED,
                        request.state().name(),
                        null,
                        null));
            }
        }
        return this;
    }

    /** The newest first; of the same time, the one that was added last. */
    List<DeviceEvent> newestFirst() {
        return events.reversed().stream()
                .sorted(Comparator.comparing(DeviceEvent::at).reversed())
                .toList();
    }

    private void addIf(@Nullable Instant at, Kind kind) {
        if (at != null) {
            events.add(DeviceEvent.of(at, kind));
        }
    }

    private static DeviceEvent act(LogLeaf leaf) {
        LeafContent content = LeafContent.of(leaf.content(), leaf.tenantId());
        String attempt = content.attempt();
        return new DeviceEvent(
                leaf.happenedAt(),
                Kind.ACT,
                leaf.act(),
                content.by(),
                attempt == null ? null : UUID.fromString(attempt));
    }
}
