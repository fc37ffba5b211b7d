package dev.muster.web.applications;

import dev.muster.domain.applications.ChartLines;
import dev.muster.domain.applications.CoordinateKeys;
import dev.muster.domain.applications.Widget;
import dev.muster.domain.applications.WidgetKind;
import dev.muster.domain.applications.WidgetRange;
import dev.muster.domain.applications.WidgetSize;
import dev.muster.domain.applications.WidgetWish;
import dev.muster.domain.device.DeviceState;
import dev.muster.ejb.applications.ReportedKeys;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The fields of the dialog in which a widget is made or changed. */
public class WidgetForm implements Serializable {

    private UUID id;

    private WidgetKind kind = WidgetKind.COUNT;

    private String title;

    private String key;

    private String secondKey;

    private WidgetRange range = WidgetRange.DAY;

    private ChartLines lines = ChartLines.TOGETHER;

    private WidgetSize size = WidgetSize.MEDIUM;

    private DeviceState state;

    private boolean isChange;

    private List<String> keys = List.of();

    private boolean hasPlaces;

    /** Shows a new widget: a chart if the devices report something. */
    void create(ReportedKeys reported) {
        offer(reported);
        id = UUID.randomUUID();
        isChange = false;
        kind = keys.isEmpty() ? WidgetKind.COUNT : WidgetKind.CHART;
        title = null;
        key = null;
        secondKey = null;
        range = WidgetRange.DAY;
        lines = ChartLines.TOGETHER;
        size = WidgetSize.MEDIUM;
        state = null;
    }

    /** Shows an existing widget. */
    void change(Widget widget, ReportedKeys reported) {
        create(reported);
        id = widget.id();
        isChange = true;
        kind = widget.kind();
        title = widget.title();
        key = widget.key();
        secondKey = widget.secondKey();
        range = widget.range() == null ? WidgetRange.DAY : widget.range();
        lines = widget.lines() == null ? ChartLines.TOGETHER : widget.lines();
        size = widget.size();
        state = widget.state();
        hasPlaces |= kind == WidgetKind.MAP;
    }

    private void offer(ReportedKeys reported) {
        keys = new ArrayList<>(reported.all());
        hasPlaces = reported.coordinates().isPresent();
    }

    /** Proposes the keys of a map. */
    public void chosen() {
        Optional<CoordinateKeys> found = CoordinateKeys.among(keys);
        if (kind == WidgetKind.MAP && found.isPresent() && secondKey == null) {
            key = found.get().latitude();
            secondKey = found.get().longitude();
        }
    }

    WidgetWish wish() {
        return new WidgetWish(id, kind, title, size, key, secondKey, range, lines, state);
    }

    /** A map is offered only if the devices say where they are. */
    public List<WidgetKind> getKinds() {
        return Stream.of(WidgetKind.values())
                .filter(offered -> offered != WidgetKind.MAP || hasPlaces)
                .toList();
    }

    public WidgetRange[] getRanges() {
        return WidgetRange.values();
    }

    public WidgetSize[] getSizes() {
        return WidgetSize.values();
    }

    public ChartLines[] getLinesOffered() {
        return ChartLines.values();
    }

    public DeviceState[] getStates() {
        return DeviceState.values();
    }

    /** The keys that the devices report. Another one can be typed. */
    public List<String> getKeys() {
        return keys;
    }

    /** Whether an existing widget is changed. */
    public boolean isChange() {
        return isChange;
    }

    public boolean isChart() {
        return kind == WidgetKind.CHART;
    }

    public boolean isMap() {
        return kind == WidgetKind.MAP;
    }

    public boolean isCount() {
        return kind == WidgetKind.COUNT;
    }

    public boolean isKeyed() {
        return kind.hasKey();
    }

    public WidgetKind getKind() {
        return kind;
    }

    public void setKind(WidgetKind kind) {
        this.kind = kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getSecondKey() {
        return secondKey;
    }

    public void setSecondKey(String secondKey) {
        this.secondKey = secondKey;
    }

    public WidgetRange getRange() {
        return range;
    }

    public void setRange(WidgetRange range) {
        this.range = range;
    }

    public ChartLines getLines() {
        return lines;
    }

    public void setLines(ChartLines lines) {
        this.lines = lines;
    }

    public WidgetSize getSize() {
        return size;
    }

    public void setSize(WidgetSize size) {
        this.size = size;
    }

    public DeviceState getState() {
        return state;
    }

    public void setState(DeviceState state) {
        this.state = state;
    }
}
