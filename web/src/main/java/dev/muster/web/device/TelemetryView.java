package dev.muster.web.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.web.security.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** The charts of a device, one for each key with numbers. They are drawn anew whenever the device is read anew. */
@Named
@ViewScoped
public class TelemetryView implements Serializable {

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

    private transient Device drawnFor;

    private transient List<TelemetryChart> charts;

    /** By key. */
    public List<TelemetryChart> getCharts() {
        Device device = view.getDevice();
        if (charts == null || drawnFor != device) {
            DeviceModel model =
                    device.modelId() == null ? null : models.get(caller.get(), caller.tenantId(), device.modelId());
            charts = view.getLatest().stream()
                    .filter(TelemetryView::isNumber)
                    .map(latest -> draw(device, model, latest.key()))
                    .toList();
            drawnFor = device;
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

    /** Draws them for the range that was chosen. */
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
