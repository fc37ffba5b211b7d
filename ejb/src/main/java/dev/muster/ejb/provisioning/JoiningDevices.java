package dev.muster.ejb.provisioning;

import java.time.Instant;
import java.util.UUID;

/** Is told of a new device whose import names an application, in the same transaction. The feature of the applications implements it. */
public interface JoiningDevices {

    void joined(UUID deviceId, UUID applicationId, Instant now);
}
