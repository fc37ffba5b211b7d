package dev.muster.web.fleet;

import dev.muster.ejb.fleet.CredentialService;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many devices of a committed import can get new credentials. {@link RotationServlet} gives them. */
@Named
@RequestScoped
public class RotationView {

    @Inject
    private CredentialService credentials;

    @Inject
    private ImportView shown;

    @Inject
    private CurrentCaller caller;

    private Long devices;

    public long getDevices() {
        if (devices == null) {
            devices = credentials.rotatable(
                    caller.get(), caller.tenantId(), shown.getDeviceImport().id());
        }
        return devices;
    }
}
