package dev.muster.web.account.passkey;

import dev.muster.domain.account.passkey.RelyingParty;
import dev.muster.ejb.account.passkey.PasskeyParty;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Where the pages of this platform can ask for a passkey: their scripts compare it with their own address. */
@Named
@ApplicationScoped
public class PasskeyOrigins {

    @Inject
    private PasskeyParty party;

    @Inject
    private Texts texts;

    /** Origins in words, for people. */
    public String getInWords() {
        return Arrays.stream(getAll().split(" "))
                .reduce((some, next) -> texts.of("account.originOrOrigin", some, next))
                .orElseThrow();
    }

    /** Origins, separated by spaces; empty if browsers make no passkeys at the public address. */
    public String getAll() {
        return String.join(
                " ", new TreeSet<>(party.find().map(RelyingParty::origins).orElse(Set.of())));
    }
}
