package dev.muster.domain.account.signon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why single sign-on refuses a login, and what the user can do. No sentence repeats anything of a token. */
public enum SignOnRefusal {
    /** The user has cancelled the login, or the provider has refused it. */
    DENIED("%s did not log you in. Try again, or ask your administrator."),
    /** The login is too old, is used already, or began in another browser. */
    EXPIRED("This login began more than 10 minutes ago or in another browser, or it is used already. Log in again."),
    /** The provider cannot be reached, or has a problem of its own. */
    UNREACHABLE("Muster cannot reach %s now. Try again in a few minutes."),
    /** The times in the ID token are in the future, or too old. */
    CLOCK("The clocks of Muster and of %s differ too much. Ask your administrator to set them."),
    /** The answer or the ID token is not valid. */
    INVALID("The answer of %s cannot be trusted, so you are not logged in. Ask your administrator."),
    /** The login is weaker than the operator demands. */
    WEAK("%s let you in by a weaker login than Muster needs. Log in there again, for example with a second factor."),
    /** The provider has not asked the user to log in again, or does not say that it has. */
    NOT_AGAIN("%s did not confirm that you have logged in there again. Log out there and try again, or ask your"
            + " administrator."),
    /** None of the user's groups gives a role. */
    NO_GROUP("None of your groups at %s gives you access to Muster. Ask your administrator for a group."),
    /** An administrator of Muster has disabled the user. */
    DISABLED("Your account in Muster is disabled. Ask your administrator.");

    private final String sentence;

    SignOnRefusal(String sentence) {
        this.sentence = sentence;
    }

    /** For the address of the login page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param word from an address; anybody can have made it */
    public static Optional<SignOnRefusal> of(String word) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.word().equals(word))
                .findFirst();
    }

    /** @param provider the name of the provider, as on the button */
    public String sentence(String provider) {
        String sentenceOf = sentence.formatted(provider);
        return sentenceOf.substring(0, 1).toUpperCase(Locale.ROOT) + sentenceOf.substring(1);
    }
}
