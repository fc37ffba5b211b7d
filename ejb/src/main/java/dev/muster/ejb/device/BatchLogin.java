package dev.muster.ejb.device;

import org.jspecify.annotations.Nullable;

/**
 * A device that has authenticated itself, with others.
 *
 * @param model the version of its model that counts now; {@code null} if it has none
 */
public record BatchLogin(
        AuthenticatedDevice device, @Nullable ModelVersion model) {}
