package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.ChartLines;
import dev.muster.domain.applications.Widget;
import dev.muster.domain.applications.WidgetRange;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceSort;
import dev.muster.domain.device.TelemetryKey;
import dev.muster.ejb.applications.WidgetData.Line;
import dev.muster.ejb.applications.WidgetData.NamedDevice;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.fleet.DeviceSearchRepository;
import dev.muster.ejb.telemetry.FleetTelemetryRepository;
import dev.muster.ejb.telemetry.LatestValue;
import dev.muster.ejb.telemetry.SeriesSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what widgets show. However many devices an application has, a widget reads the telemetry of a few of them: of those
 * that were heard last. It counts no more than {@value #MAX_COUNTED} devices.
 */
@ApplicationScoped
class WidgetReader {

    static final int MAX_COUNTED = 100_000;

    private static final int MAX_PLACES = 500;

    private static final int MAX_VALUES = 10;

    private static final int MAX_LINES = 8;

    /** Whose messages are looked at for the keys that can be chosen. */
    private static final int KEY_SAMPLE = 5;

    private static final DeviceOrder HEARD_LAST = new DeviceOrder(DeviceSort.LAST_USED_AT, true);

    @Inject
    private DeviceSearchRepository search;

    @Inject
    private FleetTelemetryRepository telemetry;

    @Inject
    private DeviceModelRepository models;

    @Inject
    private Clock clock;

    List<ShownWidget> read(Application application) {
        return application.widgets().stream()
                .map(widget -> new ShownWidget(widget, read(application, widget)))
                .toList();
    }

    private WidgetData read(Application application, Widget widget) {
        return switch (widget.kind()) {
            case COUNT -> count(application, widget);
            case STATES -> states(application);
            case CHART -> lines(application, widget, Objects.requireNonNull(widget.range()));
            case VALUES -> values(application, Objects.requireNonNull(widget.key()));
            case MAP ->
                places(application, Objects.requireNonNull(widget.key()), Objects.requireNonNull(widget.secondKey()));
        };
    }

    private WidgetData count(Application application, Widget widget) {
        long number = search.count(
                application.organization().id(),
                DeviceFilter.ofApplication(application.id(), widget.state()),
                MAX_COUNTED);
        return new WidgetData.Count(number, number == MAX_COUNTED);
    }

    private WidgetData states(Application application) {
        var numbers = search.states(
                application.organization().id(), DeviceFilter.ofApplication(application.id()), MAX_COUNTED);
        long sum = numbers.values().stream().mapToLong(Long::longValue).sum();
        return new WidgetData.States(numbers, sum == MAX_COUNTED);
    }

    private WidgetData lines(Application application, Widget widget, WidgetRange range) {
        boolean isEach = widget.lines() == ChartLines.EACH_DEVICE;
        List<Device> devices = heardLast(application, isEach ? MAX_LINES : range.devices());
        String key = Objects.requireNonNull(widget.key());
        SeriesSpan span = span(key, range);
        List<UUID> ids = ids(devices);
        List<Line> lines;
        if (isEach) {
            var series = telemetry.seriesOfEach(ids, span);
            lines = devices.stream()
                    .filter(device -> series.containsKey(device.id()))
                    .map(device -> new Line(named(device), Objects.requireNonNull(series.get(device.id()))))
                    .toList();
        } else {
            lines = List.of(new Line(null, telemetry.series(ids, span)));
        }
        return new WidgetData.Lines(span, lines, devices.size(), unit(devices, key));
    }

    /** Its times move on only with each new point, so that the same numbers give the same chart. */
    private SeriesSpan span(String key, WidgetRange range) {
        long width = range.length().toMillis() / range.points();
        long end = (clock.instant().toEpochMilli() / width + 1) * width;
        return new SeriesSpan(key, end - range.length().toMillis(), end - 1, range.points());
    }

    private WidgetData values(Application application, String key) {
        List<Device> devices = heardLast(application, MAX_VALUES);
        Map<UUID, LatestValue> latest = telemetry.latest(ids(devices), key);
        return new WidgetData.Values(
                devices.stream()
                        .filter(device -> latest.containsKey(device.id()))
                        .map(device ->
                                new WidgetData.Value(named(device), Objects.requireNonNull(latest.get(device.id()))))
                        .toList(),
                unit(devices, key));
    }

    private WidgetData places(Application application, String latitude, String longitude) {
        List<Device> devices = heardLast(application, MAX_PLACES);
        Map<UUID, LatestValue> north = telemetry.latest(ids(devices), latitude);
        Map<UUID, LatestValue> east = telemetry.latest(ids(devices), longitude);
        return new WidgetData.Places(devices.stream()
                .flatMap(device -> Places.of(named(device), north.get(device.id()), east.get(device.id())).stream())
                .toList());
    }

    /** The keys in the newest messages of a few devices. */
    ReportedKeys keys(Application application) {
        SortedSet<String> keys = new TreeSet<>();
        heardLast(application, KEY_SAMPLE).forEach(device -> {
            keys.addAll(telemetry.keys(device.id()));
            models.of(device.modelId()).ifPresent(model -> model.keys().forEach(key -> keys.add(key.name())));
        });
        return new ReportedKeys(List.copyOf(keys));
    }

    private List<Device> heardLast(Application application, int limit) {
        return search.first(
                application.organization().id(), DeviceFilter.ofApplication(application.id()), HEARD_LAST, limit);
    }

    private @Nullable String unit(List<Device> devices, String key) {
        return devices.stream()
                .map(Device::modelId)
                .filter(Objects::nonNull)
                .distinct()
                .limit(KEY_SAMPLE)
                .flatMap(id -> models.of(id).stream())
                .flatMap((DeviceModel model) -> model.key(key).stream())
                .map(TelemetryKey::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<UUID> ids(List<Device> devices) {
        return devices.stream().map(Device::id).toList();
    }

    private static NamedDevice named(Device device) {
        return new NamedDevice(device.id(), device.name());
    }
}
