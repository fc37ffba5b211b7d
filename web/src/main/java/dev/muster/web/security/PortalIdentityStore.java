package dev.muster.web.security;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.account.AccountService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells the container who may log in: the portal's users, each with the one role that it has. */
@ApplicationScoped
public class PortalIdentityStore implements IdentityStore {

    @Inject
    private AccountService accounts;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return accounts.authenticate(login.getCaller(), login.getPasswordAsString())
                .map(PortalIdentityStore::known)
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static CredentialValidationResult known(Caller caller) {
        return new CredentialValidationResult(
                new PortalPrincipal(caller), Set.of(caller.role().name()));
    }
}
