package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import java.util.Optional;
import java.util.UUID;

/**
 * The peripherals behind a gateway, which report through it. Provisioning knows them: an import names the gateway of each, and
 * one comes to be by the first message that its gateway sends for it.
 */
public interface GatewayPeripherals {

    /**
     * The peripheral; made in the same transaction where it is enrolled and does not exist yet.
     *
     * @param gateway a device, whatever its type
     * @param uniqueIdentifier as the gateway writes it
     * @return empty where the device is no gateway, none of this identifier is behind it, or the peripheral is suspended or
     *     invalidated
     */
    Optional<Device> find(UUID gateway, String uniqueIdentifier);
}
