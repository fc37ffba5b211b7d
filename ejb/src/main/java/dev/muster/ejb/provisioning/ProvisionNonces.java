package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.proof.ServerNonce;
import dev.muster.domain.provisioning.proof.ServerNonces;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Nonces for devices without a clock. Anyone can get one, and none is stored: a use is checked when a proof contains
 * the nonce, and each server recognizes the nonces of the others by the master key.
 */
@ApplicationScoped
public class ProvisionNonces {

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    private ServerNonces nonces;

    @PostConstruct
    void deriveKey() {
        nonces = ServerNonces.withMasterKey(masterKey);
    }

    /**
     * A new nonce.
     *
     * @param accessKey from the request's path, as sent; it may be unknown
     */
    public ServerNonce issue(String accessKey) {
        return nonces.issue(accessKey, clock.instant(), random);
    }

    /** Recognizes nonces that a server has issued. */
    ServerNonces nonces() {
        return nonces;
    }
}
