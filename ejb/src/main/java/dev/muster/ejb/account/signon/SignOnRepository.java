package dev.muster.ejb.account.signon;

import dev.muster.domain.account.PortalUser;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Users who log in at the provider, and their logins that are used. */
@ApplicationScoped
class SignOnRepository {

    @Inject
    private Store store;

    Optional<PortalUser> byIdentity(String issuer, String subject) {
        return store.first(
                PortalUser.class,
                "select u from PortalUser u where u.providerIssuer = :issuer and u.providerSubject = :subject",
                Map.of("issuer", issuer, "subject", subject));
    }

    /** Whether the login was not used before. Of two servers that ask at once, one gets true. */
    boolean spend(String stateHash, Instant endsAt, Instant now) {
        store.entityManager()
                .createNativeQuery("delete from spent_sign_on where ends_at < :now")
                .setParameter("now", now)
                .executeUpdate();
        return store.entityManager()
                        .createNativeQuery(
                                "insert into spent_sign_on (state_hash, ends_at) values (:hash, :end) on conflict do nothing")
                        .setParameter("hash", stateHash)
                        .setParameter("end", endsAt)
                        .executeUpdate()
                == 1;
    }
}
