package dev.muster.web.manufacturer;

import dev.muster.domain.manufacturer.IdentifierFault;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.Texts;
import java.util.Optional;

/**
 * What a scheme says about an identifier. It can be tried before the scheme is chosen, because the choice is final.
 *
 * @param taken whether the scheme accepts the identifier
 * @param sentence the result for the user
 */
public record IdentifierTrial(boolean taken, String sentence) {

    /** @param pattern of the scheme SERIAL; ignored for all others */
    static IdentifierTrial of(IdentifierScheme scheme, String pattern, String identifier, Texts texts) {
        try {
            return of(IdentifierRules.of(scheme, pattern), identifier, texts);
        } catch (ProblemException e) {
            return new IdentifierTrial(false, e.getMessage());
        }
    }

    private static IdentifierTrial of(IdentifierRules rules, String identifier, Texts texts) {
        Optional<IdentifierFault> fault = rules.check(identifier);
        return fault.isPresent()
                ? new IdentifierTrial(false, rules.explain(fault.get(), identifier))
                : new IdentifierTrial(true, texts.of("manufacturer.trialValid", rules.normalize(identifier)));
    }
}
