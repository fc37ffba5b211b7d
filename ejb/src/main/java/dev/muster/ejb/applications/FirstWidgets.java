package dev.muster.ejb.applications;

import dev.muster.domain.applications.Widget;
import dev.muster.domain.applications.WidgetKind;
import dev.muster.domain.applications.WidgetSize;
import dev.muster.domain.applications.WidgetWish;
import dev.muster.domain.device.DeviceState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a new dashboard shows: all that needs no telemetry key. */
final class FirstWidgets {

    private FirstWidgets() {}

    static List<Widget> list() {
        return List.of(
                widget(WidgetKind.COUNT, null),
                widget(WidgetKind.COUNT, DeviceState.SILENT),
                widget(WidgetKind.STATES, null));
    }

    private static Widget widget(WidgetKind kind, @Nullable DeviceState state) {
        return Widget.of(
                new WidgetWish(UUID.randomUUID(), kind, null, WidgetSize.SMALL, null, null, null, null, state));
    }
}
