package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.telemetry.ReceivedTelemetry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body of a batch while the batch is worked on. */
final class BatchedBody {

    private static final UUID NOBODY = new UUID(0, 0);

    private final UUID organizationId;
    private final List<ReceivedTelemetry> messages;
    private @Nullable BatchOutcome outcome;
    private int ignored;

    /** A body whose messages can be kept. */
    BatchedBody(UUID organizationId, List<ReceivedTelemetry> messages) {
        this.organizationId = organizationId;
        this.messages = messages;
    }

    /** A body of which nothing is kept. */
    BatchedBody(BatchOutcome outcome) {
        this(NOBODY, List.of());
        this.outcome = outcome;
    }

    UUID organizationId() {
        return organizationId;
    }

    List<ReceivedTelemetry> messages() {
        return messages;
    }

    boolean isToBeKept() {
        return outcome == null;
    }

    void refuse(Exception cause) {
        outcome = new BatchOutcome.Refused(cause);
    }

    /** One of its messages contradicts what is kept for its time. */
    void ignore() {
        ignored++;
    }

    int accepted() {
        return messages.size() - ignored;
    }

    BatchOutcome outcome() {
        return outcome == null ? new BatchOutcome.Kept(new AcceptedTelemetry(accepted(), ignored)) : outcome;
    }
}
