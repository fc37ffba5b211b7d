package dev.muster.ejb.device;

import java.util.UUID;

/**
 * A model as it was when a device was authenticated.
 *
 * @param version rises with each change of the model
 */
public record ModelVersion(UUID modelId, long version) {}
