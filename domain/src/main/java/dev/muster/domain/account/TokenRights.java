package dev.muster.domain.account;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an API token may do of what its user may do.
 *
 * @param kinds the kinds of objects; empty for all, also for those that a later release adds
 */
public record TokenRights(TokenAccess access, Set<TokenKind> kinds) {

    /** Everything that the user may do. */
    public static final TokenRights ALL = new TokenRights(TokenAccess.WRITE, Set.of());

    public TokenRights {
        kinds = Set.copyOf(kinds);
    }

    /** @param names of kinds, separated by commas, as {@link #kindNames} makes them */
    static TokenRights of(TokenAccess access, String names) {
        Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
        Stream.of(names.split(",")).filter(name -> !name.isEmpty()).forEach(name -> kinds.add(TokenKind.valueOf(name)));
        return new TokenRights(access, kinds);
    }

    String kindNames() {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /**
     * Accepts a call.
     *
     * @param needed the kind of objects that the call is about; null if it is about none of the kinds
     * @throws ProblemException {@code forbidden}; the message says what the token lacks
     */
    public void require(boolean isChanging, @Nullable TokenKind needed) {
        if (isChanging && access == TokenAccess.READ) {
            throw lacking("This API token only reads; use a token with the access WRITE.");
        }
        if (!kinds.isEmpty() && (needed == null || !kinds.contains(needed))) {
            throw lacking("This API token is limited to " + kindNames().replace(",", ", ") + "; use a token "
                    + (needed == null ? "without a limit." : "that has " + needed + ", or one without a limit."));
        }
    }

    private static ProblemException lacking(String sentence) {
        return new ProblemException(ProblemCode.FORBIDDEN, sentence);
    }
}
