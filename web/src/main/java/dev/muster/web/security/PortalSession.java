package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.organization.OrganizationService;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.security.SecureRandom;

/** What the portal remembers while a user is logged in. Its only secret is the token of the scripts. */
@Named
@SessionScoped
public class PortalSession implements Serializable {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** 256 random bits. */
    private final String scriptToken = Secrets.newAccessToken(RANDOM);

    @Inject
    private OrganizationService organizations;

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CurrentCaller caller;

    /** The page's own scripts send it, so that no other site can send in the user's name. */
    public String getScriptToken() {
        return scriptToken;
    }

    /** Compares in constant time. */
    public boolean isScriptToken(String sent) {
        return sent != null && Secrets.equal(sent, scriptToken);
    }

    /** The current name of the user's organization or manufacturer: an administrator may rename it. */
    public String getTenantName() {
        return nameOf(caller.get());
    }

    private String nameOf(Caller of) {
        return switch (of.role().scope()) {
            case PLATFORM -> "Platform";
            case ORGANIZATION -> organizations.get(of, of.tenantId()).name();
            case MANUFACTURER -> manufacturers.get(of, of.tenantId()).name();
        };
    }
}
