package dev.muster.ejb.account.email;

import dev.muster.domain.account.PortalUser;
import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.account.AccountTransactions;
import dev.muster.ejb.account.throttle.LoginDelays;
import dev.muster.ejb.mail.MailConfiguration;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Sends a user who has forgotten the password a link. Answer and work are the same for every name: the request only puts a mail
 * into the queue, also for a name that nobody has, and the sender finds out whether there is anybody to write to.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgottenPasswordService {

    @Inject
    private MailConfiguration configuration;

    @Inject
    private LoginDelays delays;

    @Inject
    private AccountTransactions accounts;

    @Inject
    private ForgottenPasswordQueue queue;

    /**
     * @param username as typed
     * @param source where the request comes from
     * @throws RetryLaterException if there were too many requests for this name, or from this source
     */
    @Access(Rule.EVERYONE)
    public void request(String username, String source) {
        if (!configuration.isOn()) {
            return;
        }
        delays.require(LoginRequester.forgetful(username, source));
        SecurityLog.write(SecurityEvent.of(EventKind.PASSWORD_FORGOTTEN).with("name", username));
        queue.add(accounts.byUsername(username).map(PortalUser::id).orElse(null));
    }
}
