package dev.muster.ejb.account.email;

import dev.muster.domain.account.UserEmail;
import dev.muster.domain.account.throttle.LoginRequester;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.QueuedMail;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.throttle.LoginDelays;
import dev.muster.ejb.mail.MailConfiguration;
import dev.muster.ejb.mail.MailRepository;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.shared.event.CommittedEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The e-mail address of the caller, which is used only after the caller has confirmed it. */
@Stateless
public class EmailService {

    private static final String GONE =
            "This link has been used, replaced, or is older than 24 hours. Enter the address in your profile again.";

    @Inject
    private EmailRepository emails;

    @Inject
    private AddressProposal proposal;

    @Inject
    private MailRepository mails;

    @Inject
    private LoginDelays delays;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private UserActs acts;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** The caller's own address; empty if the caller has entered none. */
    public Optional<UserEmail> get(Caller caller) {
        return emails.find(caller.userId());
    }

    /**
     * Takes another address. Its mail has a link; until the caller opens the link, the old address is used.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if Muster sends no mail
     * @throws RetryLaterException if the caller has entered too many
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Audited(EventKind.USER_CHANGED)
    public void propose(Caller caller, @Nullable String address) {
        if (!configuration.isOn()) {
            throw new ProblemException(ProblemCode.CONFLICT, "This server sends no e-mail.");
        }
        MailAddress wanted = MailAddress.entered(address);
        delays.require(LoginRequester.addressed(caller));
        proposal.add(caller.userId(), wanted);
    }

    /** Forgets the caller's address, confirmed or not. A confirmed one gets a mail that says so. */
    @Audited(EventKind.USER_CHANGED)
    public void remove(Caller caller) {
        emails.find(caller.userId()).ifPresent(email -> {
            email.address().ifPresent(address -> {
                tellFormer(caller.userId(), address);
                recordChange(caller.userId());
            });
            store.entityManager().remove(email);
        });
    }

    /** Somebody else may have changed the address: only the former one reaches the user then. */
    private void tellFormer(UUID userId, MailAddress former) {
        if (configuration.isOn()) {
            mails.add(QueuedMail.toFormerAddress(userId, former, clock.instant()));
        }
    }

    /** A forgotten password is replaced by a mail to this address, so another address can mean another person. */
    private void recordChange(UUID userId) {
        LoggedAct act = LoggedAct.of(Act.USER_CHANGED).by("user", userId).with("change", "email-address");
        acts.record(acts.atHome(act, userId));
    }

    /** Whether the caller wants the notices of the organizations that the caller manages. */
    public void wantNotices(Caller caller, boolean wanted) {
        emails.own(caller.userId()).wantNotices(wanted);
    }

    /**
     * Confirms an address: the link proves that its mail has arrived. The address that it replaces gets a mail that
     * says so.
     *
     * @param secret of the link; null counts as wrong
     * @return the address
     * @throws ProblemException {@code validation-failed} if the link cannot be used
     */
    @Access(Rule.EVERYONE)
    public String confirm(@Nullable String secret) {
        UserEmail email = Optional.ofNullable(secret)
                .flatMap(text -> emails.bySecret(Secrets.sha256Base64Url(text)))
                .filter(found -> found.isConfirmable(clock.instant()))
                .orElseThrow(() -> ProblemException.invalid(GONE));
        email.confirm().ifPresent(former -> tellFormer(email.userId(), former));
        recordChange(email.userId());
        CommittedEvent.write(
                transaction,
                SecurityEvent.of(EventKind.USER_CHANGED)
                        .with("user", email.userId())
                        .with("detail", "email-address"));
        return email.address().orElseThrow().value();
    }
}
