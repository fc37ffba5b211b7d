package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceModel;
import org.jspecify.annotations.Nullable;

/**
 * What a device may know about itself.
 *
 * @param model {@code null} if the device has none
 */
public record DeviceSelf(Device device, @Nullable DeviceModel model) {}
