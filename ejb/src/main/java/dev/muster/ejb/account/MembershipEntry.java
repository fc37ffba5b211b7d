package dev.muster.ejb.account;

import dev.muster.domain.account.Membership;
import org.jspecify.annotations.Nullable;

/**
 * A membership with the name of its tenant.
 *
 * @param tenantName {@code null} for a role of the platform
 */
public record MembershipEntry(
        Membership membership, @Nullable String tenantName) {}
