package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.passkey.RelyingParty;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** For whom passkeys of this platform are made, as its configuration says. */
@ApplicationScoped
public class PasskeyParty {

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private URI publicUrl;

    @Inject
    @ConfigProperty(name = "muster.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "muster.http-port", defaultValue = "8080")
    private int plainPort;

    /** Empty if browsers make no passkeys at the public address of this platform. */
    public Optional<RelyingParty> find() {
        return RelyingParty.at(publicUrl, demo ? OptionalInt.of(plainPort) : OptionalInt.empty());
    }

    /** @throws ProblemException {@code conflict} if browsers make no passkeys here */
    RelyingParty get() {
        return find().orElseThrow(() -> new ProblemException(
                ProblemCode.CONFLICT,
                "Browsers make no passkeys at the address of this platform. It needs a name and TLS."));
    }
}
