package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address for a device after its provisioning: the public address for a token, the device listener for a
 * certificate.
 */
@ApplicationScoped
public class DeviceAddress {

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    /** The address of the device listener; absent if there is no device listener. */
    @Inject
    @ConfigProperty(name = "muster.device-url")
    private Optional<String> deviceUrl;

    /** Without a slash at the end. */
    String of(ProvisioningOutcome.Granted credentials) {
        String url =
                credentials instanceof ProvisioningOutcome.CertificateChain ? deviceUrl.orElse(publicUrl) : publicUrl;
        return url.replaceAll("/+$", "");
    }
}
