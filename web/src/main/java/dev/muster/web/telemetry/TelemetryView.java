package dev.muster.web.telemetry;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.web.device.DeviceView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** What a device reports: its last values, and a chart for each key with numbers. */
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
    private Texts texts;

    @Inject
    private Feedback feedback;

    @Inject
    private Clock clock;

    private final RangeChoice choice = new RangeChoice();

    private transient Device shown;

    private transient List<LatestValue> latest;

    private transient List<TelemetryChart> charts;

    /** Reads the telemetry again if the device was read again. */
    private Device look() {
        Device device = view.getDevice();
        if (shown != device) {
            latest = telemetry.latest(caller.get(), caller.tenantId(), device.id());
            charts = null;
            shown = device;
        }
        return device;
    }

    public List<LatestValue> getLatest() {
        look();
        return latest;
    }

    /** Sorted by key. */
    public List<TelemetryChart> getCharts() {
        Device device = look();
        if (charts == null) {
            DeviceModel model =
                    device.modelId() == null ? null : models.get(caller.get(), caller.tenantId(), device.modelId());
            ChartTimes times = choice.times(clock.instant());
            charts = latest.stream()
                    .filter(TelemetryView::isNumber)
                    .map(value -> draw(device, model, value.key(), times))
                    .toList();
        }
        return charts;
    }

    private static boolean isNumber(LatestValue latest) {
        return latest.value().startsWith("-")
                || Character.isDigit(latest.value().charAt(0));
    }

    private TelemetryChart draw(Device device, DeviceModel model, String key, ChartTimes times) {
        String unit =
                model == null ? null : model.key(key).map(TelemetryKey::unit).orElse(null);
        return new TelemetryChart(
                key, unit, times, telemetry.series(caller.get(), caller.tenantId(), device.id(), times.of(key)), texts);
    }

    /** Draws the charts for the range that was chosen. */
    public void draw() {
        choice.choose(clock.instant());
        charts = null;
    }

    /** Draws the charts for the times that were typed. */
    public void drawTyped() {
        feedback.attempt(() -> choice.ask(texts));
        charts = null;
    }

    public ChartRange[] getRanges() {
        return ChartRange.values();
    }

    public RangeChoice getChoice() {
        return choice;
    }
}
