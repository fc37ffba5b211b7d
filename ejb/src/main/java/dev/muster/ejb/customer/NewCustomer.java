package dev.muster.ejb.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters for a new customer.
 *
 * @param name of the organization; null if none was entered
 * @param username of the first manager; null if none was entered
 * @param displayName of the first manager, for people; null for none
 * @param manufacturerIds the manufacturers whose lists the organization is added to
 */
public record NewCustomer(
        @Nullable String name,
        @Nullable String username,
        @Nullable String displayName,
        List<UUID> manufacturerIds) {}
