package dev.muster.ejb.telemetry;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.telemetry.TelemetryRecord;
import dev.muster.ejb.device.DeviceRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows an organization what its devices have reported. */
@Stateless
public class TelemetryService {

    @Inject
    private TelemetryRepository telemetry;

    @Inject
    private DeviceRepository devices;

    /** The last value of each key, by key. */
    public List<LatestValue> latest(Caller caller, UUID organizationId, UUID deviceId) {
        return telemetry.latest(own(caller, organizationId, deviceId)).stream()
                .map(row -> new LatestValue((String) row[0], Instant.ofEpochMilli((Long) row[1]), (String) row[2]))
                .toList();
    }

    /**
     * Messages, newest first. Values with the same time from the device are one message; other messages are as sent.
     */
    public TelemetryPage history(Caller caller, UUID organizationId, UUID deviceId, TelemetrySpan span) {
        Map<TelemetryPosition, Map<String, JsonValue>> messages = new LinkedHashMap<>();
        TelemetryPosition last = null;
        for (Object[] row : telemetry.history(own(caller, organizationId, deviceId), span)) {
            last = new TelemetryPosition((Long) row[0], (Long) row[1]);
            messages.computeIfAbsent(last, position -> new LinkedHashMap<>())
                    .put((String) row[2], OwnJson.read((String) row[3]));
        }
        return new TelemetryPage(
                messages.entrySet().stream()
                        .map(message -> new TelemetryRecord(message.getKey().ts(), message.getValue()))
                        .toList(),
                messages.size() < span.limit() ? Optional.empty() : Optional.ofNullable(last));
    }

    /** The numbers of one key in intervals, oldest first. An interval without numbers is left out. */
    public List<SeriesBucket> series(Caller caller, UUID organizationId, UUID deviceId, SeriesSpan span) {
        return telemetry.series(own(caller, organizationId, deviceId), span).stream()
                .map(row -> new SeriesBucket(
                        span.from() + ((Number) row[0]).longValue() * span.width(),
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        ((Number) row[4]).longValue()))
                .toList();
    }

    /** The two engines return an average as different types. */
    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private UUID own(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganizationReader(organizationId);
        return devices.get(organizationId, deviceId).id();
    }
}
