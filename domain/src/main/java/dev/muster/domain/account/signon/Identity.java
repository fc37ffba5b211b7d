package dev.muster.domain.account.signon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has logged in at the provider, by a verified ID token.
 *
 * @param issuer the provider
 * @param subject who it is for the provider; with the issuer it identifies the user for ever (OpenID Connect Core 1.0
 *     section 5.7)
 * @param names what the user could be called, the best first; anybody may have the same
 * @param displayName the name of the person
 * @param groups the names of the user's groups
 * @param authenticatedAt when the user has proved at the provider who it is; empty if the provider does not say it
 */
public record Identity(
        String issuer,
        String subject,
        List<String> names,
        Optional<String> displayName,
        Set<String> groups,
        Optional<Instant> authenticatedAt) {}
