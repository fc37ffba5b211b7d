package dev.muster.domain.shared.net;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of this platform's server. No tenant and no certificate may have one of them: a certificate with such a
 * name could pretend to be the server, because clients read the common name of a certificate without alternative names
 * as a host (RFC 6125 section 6.4.4).
 */
public final class HostNames {

    private static final char WILDCARD = '*';

    private final Set<String> forms;

    /** @param names DNS names and IP addresses */
    public HostNames(Collection<String> names) {
        forms = names.stream().map(HostNameForm::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a text is one of the names in any spelling. The trailing dot, case, compatibility forms (NFKC), invisible
     * characters, dots of internationalized names, Punycode and notations of addresses make no difference.
     */
    public boolean contains(String text) {
        return forms.contains(HostNameForm.of(text));
    }

    /** Whether a text could be read as a pattern of names (RFC 6125 section 6.4.3). */
    public static boolean hasWildcard(String text) {
        return HostNameForm.of(text).indexOf(WILDCARD) >= 0;
    }

    /**
     * Checks the name of an organization or a manufacturer, which becomes the O of certificates.
     *
     * @throws ProblemException {@code validation-failed} if it is a name of the server
     */
    public void requireOther(TenantName name) {
        if (contains(name.entered())) {
            throw ProblemException.invalid("This is a name of this server; choose another name.");
        }
    }

    /**
     * Checks the name of a certificate, which becomes its CN.
     *
     * @throws ProblemException {@code validation-failed} if it is a name of the server, or has a wildcard
     */
    public void requireNoHost(TenantName name) {
        if (contains(name.entered())) {
            throw ProblemException.invalid("A certificate cannot have the name of this server; choose another name.");
        }
        if (hasWildcard(name.entered())) {
            throw ProblemException.invalid("The name of a certificate cannot have a *; choose another name.");
        }
    }
}
