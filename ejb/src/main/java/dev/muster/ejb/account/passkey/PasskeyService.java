package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.passkey.NewPasskey;
import dev.muster.domain.account.passkey.Passkey;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.ejb.account.login.FactorService;
import dev.muster.ejb.shared.event.Audited;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Users' own passkeys. A method that checks a password or the answer of an authenticator runs outside of any transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeyService {

    private static final Logger LOG = System.getLogger(PasskeyService.class.getName());

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private PasskeyVerifier verifier;

    @Inject
    private PasskeyParty party;

    @Inject
    private FactorService factors;

    @Inject
    private PasskeyEnrolment enrolment;

    /**
     * Begins to add a passkey. The caller proves again who it is, so that nobody adds a passkey in a browser that its user
     * has left alone.
     *
     * @param proof the current password, and a code if the caller has an authenticator app
     * @throws ProblemException {@code validation-failed} if the proof is wrong, {@code conflict} if the caller has as many
     *     passkeys as are allowed or if browsers make no passkeys at this address
     * @throws RetryLaterException if the proof was wrong too often
     */
    public PasskeyCreation begin(Caller caller, OwnProof proof) {
        party.get();
        factors.requireProof(caller, proof.password(), proof.code());
        return enrolment.begin(caller);
    }

    /**
     * Adds the passkey that the caller's browser has made, and ends the caller's other sessions. The challenge is used,
     * whatever the answer is.
     *
     * @param secret what binds the challenge to the browser; null if the browser has none
     * @param name by which the caller recognizes it
     * @param session the secret of the session that stays
     * @throws ProblemException {@code validation-failed} if it does not answer an open challenge, {@code conflict} if it
     *     exists already
     */
    @Audited(EventKind.FACTOR_ADDED)
    public Passkey add(
            Caller caller, @Nullable String secret, TenantName name, PasskeyAttestation made, String session) {
        String challenge = enrolment
                .take(caller, secret)
                .orElseThrow(() -> ProblemException.invalid("The time for this passkey has run out. Begin again."));
        return enrolment.add(caller, name, check(caller, challenge, made), Secrets.sha256Base64Url(session));
    }

    private NewPasskey check(Caller caller, String challenge, PasskeyAttestation made) {
        try {
            return verifier.checkNew(party.get(), challenge, made);
        } catch (PasskeyRefusedException e) {
            LOG.log(Level.WARNING, "A new passkey of user {0} is refused: {1}", caller.userId(), e.getMessage());
            throw ProblemException.invalid("This passkey cannot be used here. Make another one.");
        }
    }

    /** The caller's passkeys, the oldest first. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<Passkey> list(Caller caller) {
        return passkeys.ofUser(caller.userId());
    }

    /**
     * Gives one of the caller's passkeys another name.
     *
     * @throws ProblemException {@code not-found}, or {@code validation-failed} if the name is not acceptable
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void rename(Caller caller, UUID passkeyId, TenantName name) {
        enrolment.own(caller, passkeyId).rename(name);
    }

    /**
     * Deletes one of the caller's passkeys, so that nobody can log in with it any more, and ends the caller's other
     * sessions.
     *
     * @param proof as in {@link #begin}
     * @param session the secret of the session that stays
     * @throws ProblemException {@code not-found}; {@code validation-failed} if the proof is wrong; {@code conflict} if it is
     *     the last second factor and the caller must have one
     */
    @Audited(EventKind.FACTOR_REMOVED)
    public void remove(Caller caller, UUID passkeyId, OwnProof proof, String session) {
        factors.requireProof(caller, proof.password(), proof.code());
        enrolment.remove(caller, passkeyId, Secrets.sha256Base64Url(session));
    }

    /**
     * How many passkeys a user has, for an administrator.
     *
     * @throws ProblemException {@code forbidden}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int count(Caller caller, UUID userId) {
        caller.requireAdministrator();
        return passkeys.ofUser(userId).size();
    }
}
