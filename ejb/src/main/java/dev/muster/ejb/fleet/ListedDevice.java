package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;

/** A device in a list, with where it comes from. */
public record ListedDevice(Device device, DeviceSource source) {}
