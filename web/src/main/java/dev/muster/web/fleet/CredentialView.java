package dev.muster.web.fleet;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.Device;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.provisioning.ReprovisioningService;
import dev.muster.web.device.DeviceDisplay;
import dev.muster.web.device.DeviceView;
import dev.muster.web.provisioning.credential.NewCredentialsView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** What a manager can do with the credentials of the device whose page is open. */
@Named
@RequestScoped
public class CredentialView {

    @Inject
    private CredentialService credentials;

    @Inject
    private ReprovisioningService reprovisioning;

    @Inject
    private DeviceView view;

    @Inject
    private DeviceDisplay display;

    @Inject
    private NewCredentialsView shown;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Texts texts;

    @Inject
    private Feedback feedback;

    /** Gives the device new credentials. Their secret lives only as long as this request. */
    public void rotate() {
        feedback.attempt(() -> shown.show(credentials.rotate(caller.get(), caller.tenantId(), deviceId()), device()));
        view.refresh();
    }

    public void suspend() {
        run(() -> credentials.suspend(caller.get(), caller.tenantId(), deviceId()), texts.of("fleet.suspended"));
    }

    public void resume() {
        run(() -> credentials.resume(caller.get(), caller.tenantId(), deviceId()), texts.of("fleet.resumed"));
    }

    public void allow() {
        run(() -> reprovisioning.allow(caller.get(), caller.tenantId(), deviceId()), texts.of("fleet.allowed"));
    }

    public void disallow() {
        run(() -> reprovisioning.disallow(caller.get(), caller.tenantId(), deviceId()), texts.of("fleet.withdrawn"));
    }

    private void run(Runnable useCase, String sentence) {
        if (feedback.attempt(useCase)) {
            feedback.done(sentence);
        }
        view.refresh();
    }

    /** Whether the device can get new credentials: an invalidated device could not use them. */
    public boolean isRotatable() {
        return display.credentialStatus(device()) != CredentialStatus.REVOKED;
    }

    public Device getDevice() {
        return device();
    }

    private Device device() {
        return view.getDevice();
    }

    private UUID deviceId() {
        return device().id();
    }
}
