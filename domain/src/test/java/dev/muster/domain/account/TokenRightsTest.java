package dev.muster.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenRightsTest {

    private static final TokenRights READING = new TokenRights(TokenAccess.READ, Set.of());

    private static final TokenRights TWO_KINDS =
            new TokenRights(TokenAccess.WRITE, Set.of(TokenKind.DEVICES, TokenKind.IMPORTS));

    @Test
    void aTokenWithoutALimitDoesEverything() {
        assertThatCode(() -> TokenRights.ALL.require(true, TokenKind.USERS)).doesNotThrowAnyException();
        assertThatCode(() -> TokenRights.ALL.require(true, null)).doesNotThrowAnyException();
    }

    @Test
    void aTokenThatReadsChangesNothing() {
        assertThatCode(() -> READING.require(false, TokenKind.DEVICES)).doesNotThrowAnyException();
        assertThat(refusal(READING, true, TokenKind.DEVICES)).contains("WRITE");
    }

    @Test
    void aLimitedTokenSaysWhatItLacks() {
        assertThatCode(() -> TWO_KINDS.require(true, TokenKind.IMPORTS)).doesNotThrowAnyException();
        assertThat(refusal(TWO_KINDS, false, TokenKind.USERS)).contains("limited to IMPORTS, DEVICES", "USERS");
        assertThat(refusal(TWO_KINDS, false, null)).contains("without a limit");
    }

    @Test
    void itIsStoredAndReadAgain() {
        assertThat(TokenRights.of(TokenAccess.WRITE, TWO_KINDS.kindNames())).isEqualTo(TWO_KINDS);
        assertThat(TokenRights.of(TokenAccess.READ, "")).isEqualTo(READING);
    }

    private static String refusal(TokenRights rights, boolean isChanging, TokenKind needed) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> rights.require(isChanging, needed));
        assertThat(refusal.code()).isEqualTo(ProblemCode.FORBIDDEN);
        return refusal.getMessage();
    }
}
