package dev.muster.ejb.trust;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.ejb.transparency.SealedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the private keys of the transparency log, which the database has encrypted. The launcher makes them. */
@ApplicationScoped
public class StoredLogKeys implements SealedKeys {

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @Override
    public PrivateKey open(byte[] encryptedKey, String owner) {
        return KeyEncryption.withMasterKey(masterKey).decrypt(encryptedKey, owner);
    }
}
