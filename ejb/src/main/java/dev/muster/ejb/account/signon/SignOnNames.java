package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.Identity;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds a user name for somebody from the provider: what the provider says, with a number if the name is taken. */
final class SignOnNames {

    /** Leaves room for the number. */
    private static final int MAX_LENGTH = TenantName.MAX_LENGTH - 4;

    private static final int LAST_NUMBER = 20;

    private SignOnNames() {}

    /** @param isFree whether no user has the name */
    static TenantName free(Identity identity, Predicate<String> isFree) {
        return identity.names().stream()
                .flatMap(wanted -> name(wanted.replace(':', '.')).stream())
                .flatMap(name -> Stream.concat(
                        Stream.of(name),
                        IntStream.rangeClosed(2, LAST_NUMBER).mapToObj(n -> new TenantName(name.entered() + "." + n))))
                .filter(name -> isFree.test(name.entered()))
                .findFirst()
                .orElseGet(() -> new TenantName("user " + UUID.randomUUID()));
    }

    /** A name that people can read; empty if the text is none. */
    static Optional<TenantName> name(String wanted) {
        String bare = wanted.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.FORMAT)
                .limit(MAX_LENGTH / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        try {
            return Optional.of(new TenantName(bare));
        } catch (ProblemException blank) {
            return Optional.empty();
        }
    }
}
