package dev.muster.ejb.account.throttle;

import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.acts.UserActs;
import dev.muster.ejb.account.throttle.FailedLogins.LoginTry;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Adds wrong logins to the transparency log, each in a transaction of its own, because nothing else is written. Name and
 * source are hashes with the salt of the leaf.
 */
@Access(Rule.SYSTEM)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FailedLoginRecord {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private UserActs users;

    @Inject
    private ActLog acts;

    /** @param times how many wrong logins this stands for */
    public void add(Act act, LoginTry who, long times) {
        // A name that does not exist costs the same query, so that the time of the answer tells nothing
        LoggedAct logged = users.atHome(LoggedAct.of(act), who.userId().orElse(NOBODY));
        who.username().ifPresent(name -> logged.hashed("name", name));
        who.source().ifPresent(source -> logged.hashed("source", source));
        acts.record(times > 1 ? logged.with("times", times) : logged);
    }
}
