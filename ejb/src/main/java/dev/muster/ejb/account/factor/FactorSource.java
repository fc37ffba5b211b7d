package dev.muster.ejb.account.factor;

import dev.muster.domain.account.factor.FactorKind;
import java.util.UUID;

/**
 * One kind of second factor. Each bean that implements this takes part: a user who has such a factor is asked for one at
 * the login. Its methods run in the transaction of their caller.
 */
public interface FactorSource {

    FactorKind kind();

    /** Whether the user has a factor of this kind that counts. */
    boolean isOf(UUID userId);

    /** Deletes all factors of this kind of the user. */
    void removeAll(UUID userId);
}
