package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemException;
import jakarta.ejb.ApplicationException;
import java.util.UUID;

/**
 * A device could not join by its first connection. Unlike other problems it commits, because it leaves something behind:
 * the record of the attempt, and nothing else.
 */
@ApplicationException(rollback = false)
public class ConnectionRefusal extends ProblemException {

    private final UUID attemptId;

    ConnectionRefusal(ProvisioningOutcome.Refused refused) {
        super(refused.code(), refused.code().title() + ".");
        this.attemptId = refused.attemptId();
    }

    /** The recorded attempt: the answer's {@code instance}. */
    public UUID attemptId() {
        return attemptId;
    }
}
