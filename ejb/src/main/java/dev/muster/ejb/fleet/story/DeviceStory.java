package dev.muster.ejb.fleet.story;

import dev.muster.domain.provisioning.ApprovalRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a device comes from, how it is, and what has happened to it.
 *
 * @param isSilent whether it counts as silent now
 * @param approval the request that a manager approves it; {@code null} if there is none
 * @param events the newest first; at most {@value #MOST_ATTEMPTS} attempts and as many acts
 */
public record DeviceStory(
        DeviceOrigin origin, boolean isSilent, @Nullable ApprovalRequest approval, List<DeviceEvent> events) {

    static final int MOST_ATTEMPTS = 100;

    public DeviceStory {
        events = List.copyOf(events);
    }
}
