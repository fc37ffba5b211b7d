package dev.muster.ejb.device;

import java.time.Instant;
import java.util.UUID;

/**
 * A device that has proved who it is.
 *
 * @param modelId what says which telemetry it sends; {@code null} where nothing does
 * @param at when it was authenticated, by the database's clock: the same for all servers
 */
public record AuthenticatedDevice(UUID id, UUID modelId, Instant at) {}
