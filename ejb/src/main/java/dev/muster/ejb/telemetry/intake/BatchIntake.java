package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.telemetry.ReceivedTelemetry;
import dev.muster.domain.telemetry.TelemetryReader;
import dev.muster.ejb.device.BatchLogin;
import dev.muster.ejb.device.BatchLogins;
import dev.muster.ejb.device.DeviceAuthentication;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.quota.QuotaRates;
import dev.muster.ejb.tally.EventTally;
import dev.muster.ejb.telemetry.TelemetryBounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps many bodies in the running transaction, with hardly more statements than one body needs. The database says
 * which of the logins count now, by its own clock, so what is revoked is refused from the next batch on, on every
 * server.
 */
@ApplicationScoped
class BatchIntake {

    /** One order for all batches, so that two batches that use up quotas of the same organizations do not deadlock. */
    private static final Comparator<BatchedBody> ORDER = Comparator.comparing(body -> body.organizationId());

    @Inject
    private DeviceAuthentication authentication;

    @Inject
    private ModelCache models;

    @Inject
    private TelemetryBounds bounds;

    @Inject
    private QuotaRates rates;

    @Inject
    private TelemetryWriter writer;

    @Inject
    private EventTally tally;

    @Inject
    private ReceiptClock clock;

    List<BatchOutcome> keep(List<WaitingTelemetry> batch) {
        writer.waitBriefly();
        BatchLogins logins = authentication.authenticate(
                batch.stream().map(one -> (DeviceLogin.ByAccessKey) one.login()).toList());
        Instant now = logins.at().map(clock::receipt).orElse(Instant.EPOCH); // without a login nothing is kept
        List<BatchedBody> bodies =
                batch.stream().map(one -> read(one, logins, now)).toList();
        bodies.stream().filter(BatchedBody::isToBeKept).sorted(ORDER).forEach(this::useQuota);
        authentication.noteUses(logins);
        write(bodies.stream().filter(BatchedBody::isToBeKept).toList(), now);
        return bodies.stream().map(BatchedBody::outcome).toList();
    }

    private BatchedBody read(WaitingTelemetry one, BatchLogins logins, Instant now) {
        try {
            BatchLogin login = logins.authenticate((DeviceLogin.ByAccessKey) one.login());
            List<ReceivedTelemetry> messages =
                    TelemetryReader.read(one.body(), bounds.at(now, new LoneSender(login, models)));
            return new BatchedBody(login.device().organizationId(), messages);
        } catch (LoneSender.NotAlone peripheral) {
            return new BatchedBody(new BatchOutcome.Alone());
        } catch (ProblemException | MalformedRequestException refusal) {
            return new BatchedBody(new BatchOutcome.Refused(refusal));
        }
    }

    private void useQuota(BatchedBody body) {
        try {
            rates.use(
                    body.organizationId(),
                    Quota.TELEMETRY_MESSAGES,
                    body.messages().size());
        } catch (ProblemException refusal) {
            body.refuse(refusal);
        }
    }

    private void write(List<BatchedBody> bodies, Instant now) {
        List<ReceivedTelemetry> messages = new ArrayList<>();
        List<BatchedBody> owners = new ArrayList<>();
        bodies.forEach(body -> body.messages().forEach(message -> {
            messages.add(message);
            owners.add(body);
        }));
        writer.add(messages, now).forEach(ignored -> owners.get(ignored).ignore());
        Map<UUID, Long> kept = bodies.stream()
                .collect(Collectors.groupingBy(
                        BatchedBody::organizationId, TreeMap::new, Collectors.summingLong(BatchedBody::accepted)));
        tally.messages(kept, now);
    }
}
