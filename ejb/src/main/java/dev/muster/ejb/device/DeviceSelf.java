package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;

/**
 * What a device may know of itself.
 *
 * @param model {@code null} for a device without one
 */
public record DeviceSelf(Device device, DeviceModel model) {}
