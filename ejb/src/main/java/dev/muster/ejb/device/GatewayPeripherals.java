package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import java.util.Optional;
import java.util.UUID;

/**
 * The peripherals behind a gateway, which report through it. Provisioning implements this interface: an import names
 * the gateway of each peripheral, and the first message that the gateway sends for a peripheral creates it.
 */
public interface GatewayPeripherals {

    /**
     * Finds the peripheral. If it is enrolled and does not exist yet, it is created in the same transaction.
     *
     * @param gateway id of a device of any type
     * @param uniqueIdentifier the peripheral's, as the gateway writes it
     * @return empty if the device is not a gateway, if no peripheral with this identifier is behind it, or if the
     *     peripheral is suspended or invalidated
     */
    Optional<Device> find(UUID gateway, String uniqueIdentifier);
}
