package dev.muster.web.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * New credentials of a device, for the one answer that shows them. Lives for one request: no reload, no way back and no
 * later request finds anything here.
 */
@Named
@RequestScoped
public class NewCredentialsView {

    private ProvisioningOutcome.Credentials credentials;

    private Device device;

    public void show(ProvisioningOutcome.Credentials made, Device of) {
        credentials = made;
        device = of;
    }

    public boolean isPresent() {
        return credentials != null;
    }

    public ProvisioningOutcome.Credentials getCredentials() {
        return credentials;
    }

    public Device getDevice() {
        return device;
    }
}
