package dev.muster.rest.provisioning.approval;

import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** The requests that are to be decided at once, at most 500. */
public record NamedApprovals(List<UUID> approvalIds) {

    static NamedApprovals read(InputStream body) {
        return new NamedApprovals(JsonBody.read(body, "approvalIds").ids("approvalIds"));
    }
}
