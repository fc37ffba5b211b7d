package dev.muster.ejb.telemetry;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.telemetry.ReceivedTelemetry;
import dev.muster.domain.telemetry.TelemetryReader;
import dev.muster.domain.telemetry.TelemetryRecord;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.ejb.device.AuthenticatedDevice;
import dev.muster.ejb.device.DeviceAuthentication;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.device.GatewayPeripherals;
import dev.muster.ejb.quota.QuotaRates;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.tally.EventTally;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what devices report, and shows it to their organization. */
@Stateless
public class TelemetryService {

    @Inject
    private TelemetryRepository telemetry;

    @Inject
    private TelemetryWriter writer;

    @Inject
    private DeviceRepository devices;

    @Inject
    private DeviceModelRepository models;

    @Inject
    private GatewayPeripherals peripherals;

    @Inject
    private DeviceAuthentication authentication;

    @Inject
    private TelemetryBounds bounds;

    @Inject
    private QuotaRates rates;

    @Inject
    private EventTally tally;

    @Inject
    private ReceiptClock clock;

    /**
     * Keeps all messages of a body: the device's own messages, and those that a gateway sends for its peripherals.
     *
     * @return how many of the messages are kept
     * @throws ProblemException as {@link DeviceAuthentication#authenticate}
     * @throws MalformedRequestException if the body is not JSON
     * @throws QuotaReachedException if the organization's devices may send no more messages today; nothing is kept then
     * @throws TelemetryRefusal if something in the body is wrong; nothing is kept then
     */
    @Access(Rule.DEVICE)
    public AcceptedTelemetry accept(DeviceLogin login, byte[] body) throws MalformedRequestException {
        AuthenticatedDevice device = authentication.authenticate(login);
        Instant now = clock.receipt(device.at());
        List<ReceivedTelemetry> messages =
                TelemetryReader.read(body, bounds.at(now, new SendingDevice(device, models, peripherals)));
        rates.use(device.organizationId(), Quota.TELEMETRY_MESSAGES, messages.size());
        int ignored = writer.add(messages, now);
        tally.messages(device.organizationId(), messages.size() - ignored, now);
        return new AcceptedTelemetry(messages.size() - ignored, ignored);
    }

    /**
     * Notes that a device whose message was rejected has used its credentials. The rejection has rolled the first note
     * of this use back with everything else.
     */
    @Access(Rule.DEVICE)
    public void refused(DeviceLogin login) {
        authentication.note(login);
    }

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
