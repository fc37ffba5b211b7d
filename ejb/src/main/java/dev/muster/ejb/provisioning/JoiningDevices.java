package dev.muster.ejb.provisioning;

import dev.muster.domain.device.Device;
import dev.muster.domain.enrollment.Enrollment;
import java.time.Instant;

/** Is told of each device that has just been created, in the same transaction. The feature of the applications implements it. */
public interface JoiningDevices {

    void joined(Device device, Enrollment enrollment, Instant now);
}
