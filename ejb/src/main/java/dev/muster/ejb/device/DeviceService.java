package dev.muster.ejb.device;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.session.SessionState;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.device.session.DeviceSessionRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An organization's devices, and what a device may know about itself. */
@Stateless
public class DeviceService {

    @Inject
    private ActLog acts;

    @Inject
    private DeviceRepository devices;

    @Inject
    private DeviceSessionRepository sessions;

    @Inject
    @ConfigProperty(name = "muster.mqtt", defaultValue = "off")
    private String broker;

    @Inject
    private CertifiedDevices certified;

    @Inject
    private DeviceModelRepository models;

    @Inject
    private DeviceAuthentication authentication;

    /** @throws ProblemException {@code not-found} */
    public Device get(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganizationReader(organizationId);
        return devices.get(organizationId, deviceId);
    }

    /** Whether devices connect to a broker outside, so that Muster does not know which of them are connected. */
    public boolean isBrokerOutside(Caller caller, UUID organizationId) {
        caller.requireOrganizationReader(organizationId);
        return broker.equals("external");
    }

    /**
     * Whether the device is connected, or what its last session was.
     *
     * @return empty if it has never connected, or if devices connect to a broker outside
     */
    public Optional<SessionState> session(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganizationReader(organizationId);
        return broker.equals("external") ? Optional.empty() : sessions.of(organizationId, deviceId);
    }

    /**
     * Deletes the device with its credentials and telemetry. Its enrollment stays, so that a new proof creates it
     * again.
     */
    @Audited(EventKind.DEVICE_DELETED)
    public void delete(Caller caller, UUID organizationId, UUID deviceId) {
        caller.requireOrganization(organizationId);
        Device device = devices.get(organizationId, deviceId);
        certified.end(device);
        devices.remove(device);
        acts.record(LoggedAct.of(Act.DEVICE_DELETED, caller)
                .organization(organizationId)
                .object("device", deviceId));
    }

    /**
     * The device that sends this request, with its model.
     *
     * @throws ProblemException {@code unauthenticated}, {@code device-invalidated}, {@code credentials-suspended}
     */
    @Access(Rule.DEVICE)
    public DeviceSelf self(DeviceLogin login) {
        Device device =
                devices.current(authentication.authenticate(login).id()).orElseThrow(DeviceAuthentication::nobody);
        return new DeviceSelf(device, models.of(device.modelId()).orElse(null));
    }
}
