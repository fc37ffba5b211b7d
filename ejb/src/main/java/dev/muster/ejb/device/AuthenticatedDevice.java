package dev.muster.ejb.device;

import java.util.UUID;

/**
 * A device that has proved who it is.
 *
 * @param modelId what says which telemetry it sends; {@code null} where nothing does
 */
public record AuthenticatedDevice(UUID id, UUID modelId) {}
