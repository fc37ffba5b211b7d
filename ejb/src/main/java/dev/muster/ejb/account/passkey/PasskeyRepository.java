package dev.muster.ejb.account.passkey;

import dev.muster.domain.account.passkey.Passkey;
import dev.muster.domain.account.passkey.PasskeyChallenge;
import dev.muster.domain.account.passkey.PasskeyHolder;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Passkeys, the names of their users, and open challenges. */
@ApplicationScoped
class PasskeyRepository {

    @Inject
    private Store store;

    void add(Passkey passkey) {
        store.add(passkey, "This passkey exists already. Make a new one.");
    }

    /** The user's passkeys, the oldest first. */
    List<Passkey> ofUser(UUID userId) {
        return store.entityManager()
                .createQuery(
                        "select p from Passkey p where p.user.id = :user order by p.createdAt, p.id", Passkey.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Whether the user has a passkey for this host. */
    boolean isAny(UUID userId, String partyId) {
        return store.first(
                        UUID.class,
                        "select p.id from Passkey p where p.user.id = :user and p.partyId = :party",
                        Map.of("user", userId, "party", partyId))
                .isPresent();
    }

    /** Deletes all passkeys of the user. */
    void removeAll(UUID userId) {
        store.entityManager()
                .createQuery("delete from Passkey p where p.user.id = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** The passkey of this name, if its user has this handle, locked. */
    Optional<Passkey> lock(String credentialId, String handle) {
        return store.first(UUID.class, """
                        select p.id from Passkey p join PasskeyHolder h on h.userId = p.user.id
                        where p.credentialId = :id and h.handle = :handle""", Map.of("id", credentialId, "handle", handle))
                .flatMap(id -> store.lockAlone(Passkey.class, id));
    }

    void remove(Passkey passkey) {
        store.entityManager().remove(passkey);
        store.entityManager().flush();
    }

    Optional<PasskeyHolder> holder(UUID userId) {
        return store.find(PasskeyHolder.class, userId);
    }

    void add(PasskeyHolder holder) {
        store.entityManager().persist(holder);
    }

    void add(PasskeyChallenge challenge) {
        store.entityManager().persist(challenge);
    }

    Optional<PasskeyChallenge> challenge(String id) {
        return store.find(PasskeyChallenge.class, id);
    }

    /** Deletes the challenge; false if somebody else has deleted it meanwhile. */
    boolean removeChallenge(String id) {
        return store.entityManager()
                        .createQuery("delete from PasskeyChallenge c where c.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Deletes all but the newest so many open challenges of a requester. */
    void removeChallengesBeyond(String requester, int most) {
        store.entityManager()
                .createNativeQuery("""
                        delete from passkey_challenge where id in (
                          select id from passkey_challenge where requester = :requester
                          order by created_at desc, id offset :most rows)""")
                .setParameter("requester", requester)
                .setParameter("most", most)
                .executeUpdate();
    }

    /** Deletes challenges that have expired. */
    int removeExpired(Instant now) {
        return store.entityManager()
                .createQuery("delete from PasskeyChallenge c where c.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Deletes all but the newest so many challenges. */
    int removeBeyond(int most) {
        return store.entityManager()
                .createNativeQuery("""
                        delete from passkey_challenge where id in (
                          select id from passkey_challenge order by created_at desc, id offset :most rows)""")
                .setParameter("most", most)
                .executeUpdate();
    }
}
