package dev.muster.web.trust;

import dev.muster.domain.trust.issue.RevocationReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Sentences for people about the end of a certificate. */
@Named
@ApplicationScoped
public class RevocationSentences {

    /** The reason as it is offered. */
    public String reason(RevocationReason reason) {
        return switch (reason) {
            case UNSPECIFIED -> "No particular reason";
            case KEY_COMPROMISE -> "Its key or its token got into wrong hands";
            case SUPERSEDED -> "Another certificate takes its place";
            case CESSATION_OF_OPERATION -> "The devices are no longer made";
        };
    }
}
