package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.GroupRight;
import dev.muster.domain.account.signon.IdToken;
import dev.muster.domain.account.signon.IdTokenCheck;
import dev.muster.domain.account.signon.Identity;
import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.account.signon.SignOnRefusedException;
import dev.muster.domain.account.signon.SignOnSeal;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.account.throttle.FailedLogins;
import dev.muster.ejb.account.throttle.FailedLogins.LoginTry;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Logs users in at the OpenID provider of the platform, if the operator has chosen one. It calls the provider outside of any
 * transaction, and reads and writes in short transactions of their own. No token of the provider leaves this package or is kept.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignOnService {

    private static final System.Logger LOG = System.getLogger(SignOnService.class.getName());

    /** As the security log calls it. */
    private static final String FACTOR = "oidc";

    private static final int MAX_CODE = 4_096;

    /** RFC 6749 section 4.1.2.1 and OpenID Connect Core 1.0 section 3.1.2.6: the provider itself has a problem. */
    private static final List<String> OF_THE_PROVIDER = List.of("server_error", "temporarily_unavailable");

    @Inject
    private SignOnConfiguration configuration;

    @Inject
    private Provider provider;

    @Inject
    private CodeExchange exchange;

    @Inject
    private SignOnTransactions transactions;

    @Inject
    private FailedLogins failures;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @SuppressWarnings("NullAway.Init")
    private SignOnSeal seal;

    @PostConstruct
    void deriveKey() {
        seal = SignOnSeal.withMasterKey(masterKey);
    }

    /** The name of the provider, for the button; empty if there is no single sign-on. */
    @Access(Rule.EVERYONE)
    public Optional<String> provider() {
        return configuration.get().map(ProviderSettings::name);
    }

    /**
     * Begins a login.
     *
     * @param again whether the user must log in again, also if the provider knows the browser
     * @param next a path of this site, to which the user goes then
     * @return {@link SignOnOutcome.Begun}, or why the provider cannot be used now
     * @throws ProblemException {@code not-found} if there is no single sign-on
     */
    @Access(Rule.EVERYONE)
    public SignOnOutcome begin(boolean again, String next) {
        ProviderSettings settings = configuration.get().orElseThrow(ProblemException::notFound);
        try {
            ProviderMetadata metadata = provider.metadata(settings);
            SignOnSeal.Begun login = seal.begin(again, next, clock.instant(), random);
            return new SignOnOutcome.Begun(
                    exchange.address(settings, metadata, login), login.cookie(), settings.name());
        } catch (SignOnRefusedException e) {
            return refused(e);
        }
    }

    /**
     * Ends a login: whoever the provider names is let in as what the groups give.
     *
     * @param source the network address
     * @throws ProblemException {@code not-found} if there is no single sign-on
     */
    @Access(Rule.EVERYONE)
    public SignOnOutcome finish(SignOnAnswer answer, String source) {
        SignOnOutcome outcome = outcome(configuration.get().orElseThrow(ProblemException::notFound), answer);
        Optional<Caller> user =
                outcome instanceof SignOnOutcome.Entered entered ? Optional.of(entered.user()) : Optional.empty();
        failures.recording(LoginTry.from(source, null, Optional.empty()), () -> user);
        if (user.isPresent()) {
            SecurityLog.loggedIn(FACTOR, user, "");
        } else {
            SecurityLog.loginFailed(FACTOR, null);
        }
        return outcome;
    }

    private SignOnOutcome outcome(ProviderSettings settings, SignOnAnswer answer) {
        try {
            SignOnSeal.Begun login = begun(answer);
            Identity identity = identify(settings, login, answer);
            SignOnOutcome outcome = admit(settings, identity, login.next());
            if (outcome instanceof SignOnOutcome.Refused refused) {
                LOG.log(Level.WARNING, "Single sign-on: refused, {0}", refused.reason());
            }
            return outcome;
        } catch (SignOnRefusedException e) {
            return refused(e);
        }
    }

    /** The login that this browser began and that was not used before. It is used now. */
    private SignOnSeal.Begun begun(SignOnAnswer answer) throws SignOnRefusedException {
        SignOnSeal.Begun login = seal.open(answer.cookie(), clock.instant())
                .orElseThrow(() -> expired("this browser has begun no login, or too long ago"));
        String state = answer.state();
        if (state == null || !Secrets.equal(state, login.state())) {
            throw expired("the state is that of another login");
        }
        if (!transactions.spend(Secrets.sha256Base64Url(login.state()), login.endsAt())) {
            throw expired("the login is used already");
        }
        return login;
    }

    private Identity identify(ProviderSettings settings, SignOnSeal.Begun login, SignOnAnswer answer)
            throws SignOnRefusedException {
        ProviderMetadata metadata = provider.metadata(settings);
        boolean isOfIssuer = answer.issuer() == null
                ? !metadata.namesItself()
                : settings.issuer().equals(answer.issuer());
        if (!isOfIssuer) {
            throw new SignOnRefusedException(SignOnRefusal.INVALID, "the answer is that of another issuer");
        }
        if (answer.error() != null) {
            throw new SignOnRefusedException(
                    OF_THE_PROVIDER.contains(answer.error()) ? SignOnRefusal.UNREACHABLE : SignOnRefusal.DENIED,
                    "the provider answered with an error");
        }
        String code = answer.code();
        if (code == null || code.isEmpty() || code.length() > MAX_CODE) {
            throw new SignOnRefusedException(SignOnRefusal.INVALID, "there is no code");
        }
        IdToken token = exchange.redeem(settings, metadata, login, code);
        return new IdTokenCheck(settings).check(token, provider.keysFor(token, metadata), login, clock.instant());
    }

    private SignOnOutcome admit(ProviderSettings settings, Identity identity, String next) {
        List<GroupRight> rights = settings.groups().of(identity.groups());
        boolean isStrong = !settings.acr().isEmpty() || !settings.amr().isEmpty();
        try {
            return transactions.admit(identity, rights, isStrong, next);
        } catch (ProblemException e) {
            if (e.code() != ProblemCode.CONFLICT) {
                throw e;
            }
            // another login made the user, or another user took the name, at the same moment
            return transactions.admit(identity, rights, isStrong, next);
        }
    }

    private static SignOnRefusedException expired(String detail) {
        return new SignOnRefusedException(SignOnRefusal.EXPIRED, detail);
    }

    private static SignOnOutcome refused(SignOnRefusedException e) {
        LOG.log(Level.WARNING, "Single sign-on: refused, {0}: {1}", e.refusal(), e.getMessage());
        return new SignOnOutcome.Refused(e.refusal());
    }
}
