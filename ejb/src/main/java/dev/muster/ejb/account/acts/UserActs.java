package dev.muster.ejb.account.acts;

import dev.muster.domain.account.Membership;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.transparency.ActLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records in the transparency log what is done to users. The tenant of the user's first membership sees it. */
@ApplicationScoped
public class UserActs {

    @Inject
    private UserHomeRepository homes;

    @Inject
    private ActLog acts;

    /** A user, mostly an administrator, does something to a user. */
    public void record(Act act, Caller caller, UUID userId) {
        record(act, caller.userId(), userId);
    }

    /** The same, by the id of who does it. */
    public void record(Act act, UUID by, UUID userId) {
        acts.record(atHome(LoggedAct.of(act).by("user", by), userId));
    }

    /** An administrator does something to a membership: its tenant sees it. */
    public void record(Act act, Caller caller, Membership membership) {
        acts.record(of(act, caller, membership));
    }

    /** The same, to be recorded later. */
    public static LoggedAct of(Act act, Caller caller, Membership membership) {
        return LoggedAct.of(act, caller)
                .tenantOf(membership.role(), membership.tenantId())
                .object("user", membership.user().id())
                .with("role", membership.role().name());
    }

    /**
     * Gives a membership another role, and perhaps another tenant. The tenant that loses the user sees it, too.
     *
     * @param tenantId null for a role of the platform
     * @return what to record after the change is written
     */
    public static List<LoggedAct> moved(Caller caller, Membership membership, Role role, @Nullable UUID tenantId) {
        boolean stays = Objects.equals(membership.tenantId(), tenantId);
        LoggedAct left = of(Act.MEMBERSHIP_REMOVED, caller, membership);
        membership.become(role, tenantId);
        LoggedAct changed = of(Act.ROLE_CHANGED, caller, membership);
        return stays ? List.of(changed) : List.of(left, changed);
    }

    /** Records an act that was made before. */
    public void record(LoggedAct act) {
        acts.record(act);
    }

    /** A user does something to the own account. */
    public void recordOwn(Act act, UUID userId) {
        record(act, userId, userId);
    }

    /** Adds the tenant that sees an act about a user. It asks the database, also if there is no such user. */
    public LoggedAct atHome(LoggedAct act, UUID userId) {
        homes.home(userId).ifPresent(home -> act.tenantOf(home.role(), home.tenantId()));
        return act.object("user", userId);
    }
}
