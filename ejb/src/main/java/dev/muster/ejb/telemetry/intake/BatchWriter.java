package dev.muster.ejb.telemetry.intake;

import dev.muster.domain.telemetry.TelemetryRefusal;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.ejb.shared.DatabaseUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes batches and tells the senders. A batch that fails as a whole is done again body by body, so that no body
 * suffers for another.
 */
final class BatchWriter {

    private static final Logger LOG = System.getLogger(BatchWriter.class.getName());

    private final IntakeTransactions transactions;
    private final Consumer<WaitingTelemetry> alone;

    /** @param alone takes the bodies that need a transaction of their own */
    BatchWriter(IntakeTransactions transactions, Consumer<WaitingTelemetry> alone) {
        this.transactions = transactions;
        this.alone = alone;
    }

    void write(List<WaitingTelemetry> batch) {
        List<BatchOutcome> outcomes;
        try {
            outcomes = transactions.keep(batch);
        } catch (RuntimeException e) {
            failed(batch, e);
            return;
        }
        tell(batch, outcomes);
    }

    private void tell(List<WaitingTelemetry> batch, List<BatchOutcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            WaitingTelemetry one = batch.get(i);
            switch (outcomes.get(i)) {
                case BatchOutcome.Kept kept -> one.keep(kept.telemetry());
                case BatchOutcome.Refused refused -> one.refuse(refused.cause());
                case BatchOutcome.Alone needed -> alone.accept(one);
            }
        }
    }

    private void failed(List<WaitingTelemetry> batch, RuntimeException cause) {
        if (DatabaseUnavailable.isAway(cause)) {
            batch.forEach(one -> one.refuse(cause));
        } else {
            LOG.log(Level.DEBUG, "A batch is done again body by body", cause);
            batch.forEach(alone);
        }
    }

    /** Writes bodies that cannot share a transaction. */
    void writeSingly(List<WaitingTelemetry> batch) {
        batch.forEach(this::writeAlone);
    }

    private void writeAlone(WaitingTelemetry one) {
        try {
            one.keep(transactions.keep(one.login(), one.body()));
        } catch (TelemetryRefusal refusal) {
            note(one.login());
            one.refuse(refusal);
        } catch (Exception e) {
            one.refuse(e);
        }
    }

    private void note(DeviceLogin login) {
        try {
            transactions.refused(login);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The use of credentials is not noted", e);
        }
    }
}
