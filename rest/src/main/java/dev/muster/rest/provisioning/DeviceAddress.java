package dev.muster.rest.provisioning;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a device goes from its provisioning on: with a token where everybody goes, with a certificate where one is asked for. */
@ApplicationScoped
public class DeviceAddress {

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    /** Of the device listener; absent where there is none. */
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
