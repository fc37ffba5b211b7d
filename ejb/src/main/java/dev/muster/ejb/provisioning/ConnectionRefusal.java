package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemException;
import jakarta.ejb.ApplicationException;
import java.util.UUID;

/**
 * A device was refused at its first connection. Unlike other problems it does not roll the transaction back, so that
 * the record of the attempt is kept. Nothing else was changed.
 */
@ApplicationException(rollback = false)
public class ConnectionRefusal extends ProblemException {

    private final UUID attemptId;

    ConnectionRefusal(ProvisioningOutcome.Refused refused) {
        super(refused.code(), refused.code().title() + ".");
        this.attemptId = refused.attemptId();
    }

    /** The id of the recorded attempt, which is the answer's {@code instance}. */
    public UUID attemptId() {
        return attemptId;
    }
}
