package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells the container who has logged in: a user of the portal, who has exactly one role. */
@ApplicationScoped
public class PortalIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof CheckedLogin login
                ? known(login.caller())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult known(Caller caller) {
        return new CredentialValidationResult(new PortalPrincipal(caller), groups(caller));
    }

    static Set<String> groups(Caller caller) {
        return Set.of(caller.role().name());
    }
}
