package dev.muster.ejb.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Makes the row of a period, also if two servers do so at the same time. */
@ApplicationScoped
class QuotaRows {

    @Inject
    private QuotaTransactions transactions;

    /** H2 refuses one of two transactions that insert the same row; the row of the other one is there then. */
    void begin(UUID tenant, Quota quota, Instant start, long amount) {
        try {
            transactions.begin(tenant, quota, start, amount);
        } catch (RuntimeException e) {
            if (!Store.isConstraintViolation(e) && !Store.isDeadlock(e)) {
                throw e;
            }
        }
    }
}
