package dev.muster.ejb.account.signon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.account.signon.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignOnNamesTest {

    @Test
    void aTakenNameGetsANumber() {
        assertThat(free(Set.of(), "anna", "s-1")).isEqualTo("anna");
        assertThat(free(Set.of("anna", "anna.2"), "anna", "s-1")).isEqualTo("anna.3");
    }

    @Test
    void whatIsNoNameIsLeftOutOrMadeOne() {
        assertThat(free(Set.of(), "", " ", "a:b\u0000\u202e")).isEqualTo("a.b");
        assertThat(free(Set.of(), "x".repeat(500))).hasSizeLessThanOrEqualTo(60);
        assertThat(free(Set.of())).startsWith("user ");
    }

    private static String free(Set<String> taken, String... names) {
        Identity identity =
                new Identity("https://id.example", "s", List.of(names), Optional.empty(), Set.of(), Optional.empty());
        return SignOnNames.free(identity, name -> !taken.contains(name)).entered();
    }
}
