package dev.muster.ejb.trust;

import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.Der;
import dev.muster.domain.trust.path.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The server root, as the bootstrap step left it in the database: what clients trust for this server. The application hands
 * out its certificate; only the launcher uses its key.
 */
@ApplicationScoped
public class ServerRoot {

    @Inject
    private IssuerRepository issuers;

    String pem() {
        return Pem.encode(Der.certificate(issuers.root(Issuer.SERVER_ROOT).certificate()));
    }
}
