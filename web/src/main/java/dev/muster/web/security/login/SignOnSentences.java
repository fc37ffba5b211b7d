package dev.muster.web.security.login;

import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Why single sign-on refuses a login, and what the user can do. No sentence repeats anything of a token. */
@ApplicationScoped
class SignOnSentences {

    @Inject
    private Texts texts;

    /** @param provider the name of the provider, as on the button */
    String of(SignOnRefusal refusal, String provider) {
        String sentence = switch (refusal) {
            case DENIED -> texts.of("security.signOnDenied", provider);
            case EXPIRED -> texts.of("security.signOnExpired");
            case UNREACHABLE -> texts.of("security.signOnUnreachable", provider);
            case CLOCK -> texts.of("security.signOnClock", provider);
            case INVALID -> texts.of("security.signOnInvalid", provider);
            case WEAK -> texts.of("security.signOnWeak", provider);
            case NOT_AGAIN -> texts.of("security.signOnNotAgain", provider);
            case NO_GROUP -> texts.of("security.signOnNoGroup", provider);
            case DISABLED -> texts.of("security.signOnDisabled");
        };
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
