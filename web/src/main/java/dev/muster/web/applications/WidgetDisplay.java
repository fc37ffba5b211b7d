package dev.muster.web.applications;

import dev.muster.domain.applications.ChartLines;
import dev.muster.domain.applications.Widget;
import dev.muster.domain.applications.WidgetKind;
import dev.muster.domain.device.DeviceState;
import dev.muster.ejb.applications.ShownWidget;
import dev.muster.ejb.applications.WidgetData;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;

/** How widgets are written on the page. */
@Named
@ApplicationScoped
public class WidgetDisplay {

    @Inject
    private Texts texts;

    @Inject
    private DeviceNumbers devices;

    /** The title that somebody has given, or what the widget shows. */
    public String title(Widget widget) {
        if (widget.title() != null) {
            return widget.title();
        }
        return switch (widget.kind()) {
            case CHART -> Objects.requireNonNull(widget.key());
            case VALUES -> texts.of("applications.lastValuesOf", widget.key());
            case STATES -> word(WidgetKind.STATES);
            case MAP -> word(WidgetKind.MAP);
            case COUNT -> widget.state() == null ? texts.of("applications.allDevices") : state(widget.state());
        };
    }

    /** The word for a constant of the applications. */
    public String word(Enum<?> constant) {
        return texts.word(constant);
    }

    public String state(DeviceState state) {
        return texts.word(state);
    }

    /** What a chart shows of which devices: a sentence below it. */
    public String note(ShownWidget shown) {
        Widget widget = shown.widget();
        WidgetData.Lines lines = (WidgetData.Lines) shown.data();
        String range = word(Objects.requireNonNull(widget.range()));
        return widget.lines() == ChartLines.EACH_DEVICE
                ? texts.of("applications.noteOfEach", range, lines.lines().size())
                : texts.of("applications.noteTogether", range, lines.devices());
    }

    /** The query of the list of devices that a number counts. */
    public String query(Object applicationId, DeviceState state) {
        return "?application=" + applicationId
                + (state == null ? "" : "&state=" + state.name().toLowerCase(Locale.ROOT));
    }

    public LineChart chart(ShownWidget shown) {
        return LineChart.of((WidgetData.Lines) shown.data(), texts);
    }

    public StateChart states(ShownWidget shown) {
        return StateChart.of((WidgetData.States) shown.data(), this, devices);
    }

    public PointMap map(ShownWidget shown) {
        return PointMap.of((WidgetData.Places) shown.data());
    }
}
