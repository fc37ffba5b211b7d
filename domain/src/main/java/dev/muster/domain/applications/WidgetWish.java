package dev.muster.domain.applications;

import dev.muster.domain.device.DeviceState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A widget as a page or a script wants it, not checked yet.
 *
 * @param key the telemetry key; of a map the latitude
 * @param secondKey the longitude of a map
 * @param range null for a day
 * @param lines null for all devices together
 * @param state null for all states
 */
public record WidgetWish(
        UUID id,
        WidgetKind kind,
        @Nullable String title,
        WidgetSize size,
        @Nullable String key,
        @Nullable String secondKey,
        @Nullable WidgetRange range,
        @Nullable ChartLines lines,
        @Nullable DeviceState state) {}
