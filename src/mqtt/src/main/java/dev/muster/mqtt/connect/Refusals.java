package dev.muster.mqtt.connect;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.provisioning.ProvisionNonces;
import dev.muster.ejb.shared.event.EventOrigin;
import dev.muster.ejb.shared.event.SecurityLog;
import dev.muster.mqtt.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes refusals of connections, and writes each of them to the log that it belongs to. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());

    /** In seconds. Devices are switched on before the import; a person has to import them first. */
    private static final long RETRY_IMPORT = 300;

    /** In seconds, drawn at random, so that devices that were refused together do not come back together. */
    private static final int RETRY_SOONEST = 3;

    private static final int RETRY_LATEST = 10;

    @Inject
    private ProvisionNonces nonces;

    @Inject
    private Clock clock;

    /**
     * The refusal of whatever was thrown while a device connected.
     *
     * @param source address that the device connects from
     */
    public Refusal of(Throwable thrown, String source) {
        EventOrigin.of("mqtt", source, "CONNECT", "/").begin();
        try {
            return of(thrown);
        } finally {
            EventOrigin.end();
        }
    }

    private Refusal of(Throwable thrown) {
        Problem problem = Problem.of(thrown);
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            LOG.log(Level.SEVERE, "Unexpected: urn:uuid:" + problem.instance(), thrown);
        }
        return written(new Refusal(problem, clock.instant(), null, retryAfter(problem.code(), null)));
    }

    /** @param certificateAccessKey as the device sent it; the nonce is for proofs by it */
    Refusal of(ProvisioningOutcome.Refused refused, String certificateAccessKey) {
        ProblemException said =
                new ProblemException(refused.code(), refused.code().title() + ".");
        boolean needsNonce = refused.code() == ProblemCode.INVALID_PROOF || refused.code() == ProblemCode.USE_NONCE;
        return written(new Refusal(
                new Problem(said, refused.attemptId()),
                clock.instant(),
                needsNonce ? nonces.issue(certificateAccessKey).nonce() : null,
                retryAfter(refused.code(), refused.retryAfter())));
    }

    private static @Nullable Long retryAfter(ProblemCode code, @Nullable Duration known) {
        if (known != null) {
            return known.plusSeconds(1).minusNanos(1).toSeconds();
        }
        return switch (code) {
            case USE_NONCE -> 0L;
            case DEVICE_NOT_IMPORTED -> RETRY_IMPORT;
            case RATE_LIMITED, UNAVAILABLE ->
                (long) ThreadLocalRandom.current().nextInt(RETRY_SOONEST, RETRY_LATEST + 1);
            default -> null;
        };
    }

    /** A refused proof has a line already: the first place that refuses knows most. */
    private static Refusal written(Refusal refusal) {
        EventKind.of(refusal.problem().code())
                .ifPresent(kind -> SecurityLog.write(SecurityEvent.of(kind)
                        .with("reason", refusal.problem().code().code())
                        .with("attempt", refusal.problem().instance())));
        return refusal;
    }
}
