package dev.muster.rest.applications;

import dev.muster.domain.applications.ChartLines;
import dev.muster.domain.applications.Widget;
import dev.muster.domain.applications.WidgetKind;
import dev.muster.domain.applications.WidgetRange;
import dev.muster.domain.applications.WidgetSize;
import dev.muster.domain.applications.WidgetWish;
import dev.muster.domain.device.DeviceState;
import dev.muster.ejb.applications.ShownWidget;
import dev.muster.rest.shared.JsonBody;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A widget of a dashboard.
 *
 * @param id absent for a new widget
 * @param title absent if a page makes one of what the widget shows
 * @param size MEDIUM if absent
 * @param key the telemetry key of a CHART or of VALUES; of a MAP the latitude
 * @param secondKey the longitude of a MAP
 * @param range how far back a CHART goes; DAY if absent
 * @param lines the lines of a CHART; TOGETHER if absent
 * @param state the state whose devices a COUNT counts; absent for all devices
 * @param data what the widget shows now; only in answers
 */
@Schema(name = "Widget")
@JsonbPropertyOrder({"id", "kind", "title", "size", "key", "secondKey", "range", "lines", "state", "data"})
public record WidgetJson(
        UUID id,
        WidgetKind kind,
        String title,
        WidgetSize size,
        String key,
        String secondKey,
        WidgetRange range,
        ChartLines lines,
        DeviceState state,
        WidgetDataJson data) {

    static final String[] MEMBERS = {
        "id", "kind", "title", "size", "key", "secondKey", "range", "lines", "state", "data"
    };

    static WidgetJson of(ShownWidget shown) {
        Widget widget = shown.widget();
        return new WidgetJson(
                widget.id(),
                widget.kind(),
                widget.title(),
                widget.size(),
                widget.key(),
                widget.secondKey(),
                widget.range(),
                widget.lines(),
                widget.state(),
                WidgetDataJson.of(shown.data()));
    }

    /** The member {@code data} of an answer may be sent back and is ignored. */
    static Widget read(JsonBody body) {
        return Widget.of(new WidgetWish(
                Objects.requireNonNullElseGet(body.id("id"), UUID::randomUUID),
                body.constant("kind", WidgetKind.class, null),
                body.text("title", null),
                body.constant("size", WidgetSize.class, WidgetSize.MEDIUM),
                body.text("key", null),
                body.text("secondKey", null),
                body.constant("range", WidgetRange.class),
                body.constant("lines", ChartLines.class),
                body.constant("state", DeviceState.class)));
    }
}
