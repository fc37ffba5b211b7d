package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.Totp;
import dev.muster.domain.account.factor.TotpFactor;
import dev.muster.domain.trust.file.KeyEncryption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The seeds of authenticator apps. The database has them encrypted; a check decrypts one and then forgets it. */
@ApplicationScoped
public class TotpSeeds {

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @Inject
    private SecureRandom random;

    /** Makes an app of a user with a new seed. */
    TotpFactor newFactor(UUID userId, byte[] seed, Instant now) {
        UUID id = UUID.randomUUID();
        byte[] sealed = encryption().seal(seed, TotpFactor.associatedData(id, userId), random);
        return new TotpFactor(id, userId, sealed, now);
    }

    byte[] newSeed() {
        return Totp.newSeed(random);
    }

    /** The step of a code; empty if the code is wrong. */
    OptionalLong stepOf(TotpFactor factor, String code, Instant now) {
        return Totp.stepOf(encryption().open(factor.sealedSeed(), factor.associatedData()), code, now);
    }

    private KeyEncryption encryption() {
        return KeyEncryption.withMasterKey(masterKey);
    }
}
