package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PasswordLink;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.transparency.LoggedAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the links with which users choose a password. The secret is in the fragment of the address: browsers do not send
 * it, so no log and no other site gets it.
 */
@ApplicationScoped
public class OneTimeLinks {

    private static final String PAGE = "/link.xhtml#";

    @Inject
    private AccountTransactions transactions;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SecureRandom random;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    /** Adds a user who has no password, with the link that invites the user. */
    CreatedUser invite(PortalUser user, Membership membership, LoggedAct act, Instant now) {
        String secret = Secrets.newAccessToken(random);
        PasswordLink link = new PasswordLink(user.id(), Secrets.sha256Base64Url(secret), now);
        UserEntry entry = transactions.add(user, membership, Optional.of(link), act);
        return new CreatedUser(entry, Optional.of(issued(secret, link)));
    }

    /** Gives a user a new link, within the caller's transaction; an older link ends. */
    public IssuedLink replace(UUID userId, Instant now) {
        String secret = Secrets.newAccessToken(random);
        PasswordLink link = new PasswordLink(userId, Secrets.sha256Base64Url(secret), now);
        accounts.removeLink(userId);
        accounts.add(link);
        return issued(secret, link);
    }

    private IssuedLink issued(String secret, PasswordLink link) {
        return new IssuedLink(publicUrl.replaceAll("/+$", "") + PAGE + secret, link.expiresAt());
    }
}
