package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.ejb.device.DeviceAuthentication;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.shared.ServerThreads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Takes the messages of devices, whatever protocol they come by. No thread waits for the database: messages queue in
 * lanes, and each lane writes all that has gathered in one transaction. All messages of a device take the same lane, so
 * they stay in order.
 */
@ApplicationScoped
public class TelemetryIntake {

    /** Two transactions at a time: while the database writes one to disk, the processor prepares the other. */
    private static final int LANES = 2;

    /** Bodies that cannot share a transaction have it for themselves. Each of these lanes holds a connection. */
    private static final int LANES_OF_SINGLES = 8;

    /** Bodies in one transaction: more would make the first of them wait, and gain little. */
    private static final int MOST_BODIES = 512;

    /** Octets of all bodies that wait; beyond this the server is overloaded. */
    private static final long ROOM = 64L << 20;

    private final AtomicLong taken = new AtomicLong();

    private List<IntakeLane> lanes = List.of();

    private List<IntakeLane> singles = List.of();

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ServerThreads threads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private IntakeTransactions transactions;

    @PostConstruct
    void begin() {
        BatchWriter writer = new BatchWriter(transactions, this::alone);
        lanes = lanes(LANES, new IntakeLane.Limits(MOST_BODIES, ROOM / 16), writer::write);
        singles = lanes(LANES_OF_SINGLES, new IntakeLane.Limits(1, 1), writer::writeSingly);
    }

    private List<IntakeLane> lanes(int number, IntakeLane.Limits limits, IntakeLane.Writer writer) {
        return Stream.generate(() -> new IntakeLane(limits, threads, writer))
                .limit(number)
                .toList();
    }

    /**
     * Keeps all messages of a body, or none.
     *
     * @param body JSON in UTF-8, of at most 1 MiB
     * @return completes after the commit, on a thread that writes the next messages: what follows must not wait. Otherwise it completes with a {@link MalformedRequestException}, a
     *     {@link TelemetryRefusal}, a {@link QuotaReachedException}, or as {@link DeviceAuthentication#authenticate}
     *     throws; or with any other exception if the database does not take the messages now
     */
    public CompletionStage<AcceptedTelemetry> take(DeviceLogin login, byte[] body) {
        WaitingTelemetry waiting = new WaitingTelemetry(login, body);
        if (taken.addAndGet(body.length) > ROOM) {
            taken.addAndGet(-body.length);
            waiting.refuse(new ProblemException(
                    ProblemCode.RATE_LIMITED, "The server is overloaded; send the message again later."));
        } else {
            waiting.result().whenComplete((accepted, thrown) -> taken.addAndGet(-body.length));
            add(waiting);
        }
        return waiting.result();
    }

    private void add(WaitingTelemetry waiting) {
        if (waiting.login() instanceof DeviceLogin.ByAccessKey) {
            of(lanes, waiting).add(waiting);
        } else {
            alone(waiting);
        }
    }

    private void alone(WaitingTelemetry waiting) {
        of(singles, waiting).add(waiting);
    }

    private static IntakeLane of(List<IntakeLane> lanes, WaitingTelemetry waiting) {
        return lanes.get(Math.floorMod(waiting.sender(), lanes.size()));
    }
}
