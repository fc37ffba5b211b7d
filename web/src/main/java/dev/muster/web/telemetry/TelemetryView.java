package dev.muster.web.telemetry;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.telemetry.TelemetryRecord;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.ejb.telemetry.TelemetrySpan;
import dev.muster.web.device.DeviceView;
import dev.muster.web.security.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** What a device reports: its last values, its last messages, and a chart for each key with numbers. */
@Named
@ViewScoped
public class TelemetryView implements Serializable {

    private static final TelemetrySpan RECENT = TelemetrySpan.newest(20);

    @Inject
    private DeviceView view;

    @Inject
    private TelemetryService telemetry;

    @Inject
    private DeviceModelService models;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    private ChartRange range = ChartRange.HOUR;

    private transient Device shown;

    private transient List<LatestValue> latest;

    private transient List<TelemetryRecord> history;

    private transient List<TelemetryChart> charts;

    /** Reads the telemetry again if the device was read again. */
    private Device look() {
        Device device = view.getDevice();
        if (shown != device) {
            latest = telemetry.latest(caller.get(), caller.tenantId(), device.id());
            history = telemetry
                    .history(caller.get(), caller.tenantId(), device.id(), RECENT)
                    .messages();
            charts = null;
            shown = device;
        }
        return device;
    }

    public List<LatestValue> getLatest() {
        look();
        return latest;
    }

    /** The newest message first. */
    public List<TelemetryRecord> getHistory() {
        look();
        return history;
    }

    /** Sorted by key. */
    public List<TelemetryChart> getCharts() {
        Device device = look();
        if (charts == null) {
            DeviceModel model =
                    device.modelId() == null ? null : models.get(caller.get(), caller.tenantId(), device.modelId());
            charts = latest.stream()
                    .filter(TelemetryView::isNumber)
                    .map(value -> draw(device, model, value.key()))
                    .toList();
        }
        return charts;
    }

    private static boolean isNumber(LatestValue latest) {
        return latest.value().startsWith("-")
                || Character.isDigit(latest.value().charAt(0));
    }

    private TelemetryChart draw(Device device, DeviceModel model, String key) {
        long now = clock.instant().toEpochMilli();
        SeriesSpan span = new SeriesSpan(key, now - range.length().toMillis() + 1, now, range.points());
        String unit =
                model == null ? null : model.key(key).map(TelemetryKey::unit).orElse(null);
        return new TelemetryChart(
                key, unit, range, span, telemetry.series(caller.get(), caller.tenantId(), device.id(), span));
    }

    /** Draws the charts for the range that was chosen. */
    public void draw() {
        charts = null;
    }

    public ChartRange[] getRanges() {
        return ChartRange.values();
    }

    public ChartRange getRange() {
        return range;
    }

    public void setRange(ChartRange range) {
        this.range = range;
    }
}
