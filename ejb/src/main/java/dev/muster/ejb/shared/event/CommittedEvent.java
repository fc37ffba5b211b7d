package dev.muster.ejb.shared.event;

import dev.muster.domain.shared.event.SecurityEvent;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Writes what a transaction does when the transaction has ended: as failed if the database has undone it. */
public final class CommittedEvent {

    private CommittedEvent() {}

    /** Writes an event of the present request at the end of the present transaction, and at once if there is none. */
    public static void write(TransactionSynchronizationRegistry transaction, SecurityEvent event) {
        if (transaction.getTransactionKey() == null) {
            SecurityLog.write(event);
            return;
        }
        SecurityEvent complete = EventOrigin.complete(event);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is known yet
            }

            @Override
            public void afterCompletion(int status) {
                SecurityLog.write(
                        status == Status.STATUS_COMMITTED ? complete : complete.with(SecurityEvent.OUTCOME, "failed"));
            }
        });
    }
}
