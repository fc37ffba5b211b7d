package dev.muster.ejb.fleet;

/**
 * How many devices match a search at this time.
 *
 * @param start the position before the first of them; devices that join later are not among them
 */
public record FoundDevices(long number, DevicePosition start) {}
