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
 * Nonces for devices without a clock. They are for everyone, and need no database: whether one was used is asked when a
 * proof brings it, and every server knows the nonces of every other by the master key.
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

    /** A new nonce. @param accessKey of the request's path, as sent: known or not */
    public ServerNonce issue(String accessKey) {
        return nonces.issue(accessKey, clock.instant(), random);
    }

    /** What knows them again. */
    ServerNonces nonces() {
        return nonces;
    }
}
