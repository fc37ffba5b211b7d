package dev.muster.web.provisioning.credential;

import dev.muster.domain.device.Device;
import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * New credentials of a device. They live for one request, and only the answer to that request shows them: neither a
 * reload nor the back button nor a later request finds them.
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
