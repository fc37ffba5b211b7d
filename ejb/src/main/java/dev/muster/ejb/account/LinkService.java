package dev.muster.ejb.account;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets the holder of a one-time link choose a password. The link proves who it is; nothing else is known. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinkService {

    private static final String GONE =
            "This link has been used, replaced, or is older than 24 hours." + " Ask an administrator for a new one.";

    @Inject
    private AccountTransactions transactions;

    @Inject
    private PasswordRules rules;

    @Inject
    private PasswordHashing hashing;

    /**
     * Sets the password of the link's user and ends the link. A stranger without a link causes no hash.
     *
     * @param secret of the link
     * @param source where the request comes from
     * @return the name of the user
     * @throws ProblemException {@code validation-failed} if the link cannot be used, or if the password is not acceptable
     * @throws ProblemException {@code rate-limited} if too many passwords are being checked
     */
    @Access(Rule.EVERYONE)
    public String choose(String secret, @Nullable String password, String source) {
        String secretHash = Secrets.sha256Base64Url(secret);
        PortalUser user = transactions.byLink(secretHash).orElseThrow(LinkService::gone);
        rules.check(password, user.username(), transactions.tenantsOf(user));
        String hash = hashing.hash(HashRequester.unknown(source, user.username()), Objects.requireNonNull(password));
        if (!transactions.useLink(user.id(), secretHash, hash)) {
            throw gone();
        }
        SecurityLog.write(SecurityEvent.of(EventKind.USER_LINK_USED)
                .with("user", user.id())
                .with("name", user.username()));
        return user.username();
    }

    private static ProblemException gone() {
        SecurityLog.write(SecurityEvent.of(EventKind.CREDENTIAL_REFUSED).with("reason", "link"));
        return ProblemException.invalid(GONE);
    }
}
