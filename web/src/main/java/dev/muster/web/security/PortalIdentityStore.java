package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.account.session.NewSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells the container who has logged in: a user of the portal, who has exactly one role at a time. */
@ApplicationScoped
public class PortalIdentityStore implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof CheckedLogin login
                ? known(login.session())
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult known(NewSession session) {
        return new CredentialValidationResult(new PortalPrincipal(session), groups(session.caller()));
    }

    static Set<String> groups(Caller caller) {
        return Set.of(caller.role().name());
    }
}
