package dev.muster.domain.shared.net;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of this platform's server. Nobody else may have one of them: a certificate of that name could pose as the
 * server, since clients take the common name of a certificate without alternative names for a host's (RFC 6125 section
 * 6.4.4).
 */
public final class HostNames {

    private static final char WILDCARD = '*';

    private final Set<String> forms;

    /** @param names DNS names and IP addresses */
    public HostNames(Collection<String> names) {
        forms = names.stream().map(HostNameForm::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a text is one of the names, in whatever spelling: the trailing dot, case, compatibility forms (NFKC),
     * characters that are not seen, dots of internationalized names, Punycode and notations of addresses do not matter.
     */
    public boolean contains(String text) {
        return forms.contains(HostNameForm.of(text));
    }

    /** Whether a text could be read as a pattern of names (RFC 6125 section 6.4.3). */
    public static boolean hasWildcard(String text) {
        return HostNameForm.of(text).indexOf(WILDCARD) >= 0;
    }

    /**
     * The name of an organization or a manufacturer, which certificates have as O.
     *
     * @throws ProblemException {@code validation-failed} if it is a name of the server
     */
    public void requireOther(TenantName name) {
        if (contains(name.entered())) {
            throw ProblemException.invalid("This is a name of this server; choose another name.");
        }
    }

    /**
     * The name of a certificate, which it has as CN.
     *
     * @throws ProblemException {@code validation-failed} if it is a name of the server, or has a wildcard
     */
    public void requireNoHost(TenantName name) {
        if (contains(name.entered())) {
            throw ProblemException.invalid("A certificate cannot have the name of this server; choose another.");
        }
        if (hasWildcard(name.entered())) {
            throw ProblemException.invalid("The name of a certificate cannot have a *; choose another.");
        }
    }
}
