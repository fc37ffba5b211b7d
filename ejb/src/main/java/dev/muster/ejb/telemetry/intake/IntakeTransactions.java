package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.telemetry.ReceivedTelemetry;
import dev.muster.domain.telemetry.TelemetryReader;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.ejb.device.AuthenticatedDevice;
import dev.muster.ejb.device.DeviceAuthentication;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.device.GatewayPeripherals;
import dev.muster.ejb.quota.QuotaRates;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.tally.EventTally;
import dev.muster.ejb.telemetry.TelemetryBounds;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The transactions in which messages of devices are kept. {@link TelemetryIntake} decides which of them a body takes. */
@Stateless
public class IntakeTransactions {

    @Inject
    private BatchIntake batches;

    @Inject
    private TelemetryWriter writer;

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
     * Keeps the messages of many bodies, each body wholly or not at all. A refused body does not concern the others.
     *
     * @param batch of devices that have an access key and a token
     * @return what became of each body, in the same order
     */
    @Access(Rule.DEVICE)
    public List<BatchOutcome> keep(List<WaitingTelemetry> batch) {
        return batches.keep(batch);
    }

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
    public AcceptedTelemetry keep(DeviceLogin login, byte[] body) throws MalformedRequestException {
        AuthenticatedDevice device = authentication.authenticate(login);
        Instant now = clock.receipt(device.at());
        List<ReceivedTelemetry> messages =
                TelemetryReader.read(body, bounds.at(now, new SendingDevice(device, models, peripherals)));
        rates.use(device.organizationId(), Quota.TELEMETRY_MESSAGES, messages.size());
        writer.waitBriefly();
        int ignored = writer.add(messages, now).size();
        tally.messages(Map.of(device.organizationId(), (long) messages.size() - ignored), now);
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
}
