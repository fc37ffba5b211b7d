package dev.muster.ejb.provisioning.approval;

import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.shared.Caller;
import java.time.Instant;

/** A manager's decision about a device that waits. */
public enum Decision {
    APPROVE {
        @Override
        void take(ApprovalRequest request, Caller caller, Instant now) {
            request.approve(caller.userId(), now);
        }
    },
    REJECT {
        @Override
        void take(ApprovalRequest request, Caller caller, Instant now) {
            request.reject(caller.userId(), now);
        }
    };

    abstract void take(ApprovalRequest request, Caller caller, Instant now);
}
