package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;

/**
 * An application with the number of its devices.
 *
 * @param devices counted to {@value ApplicationService#MAX_COUNTED} at most
 */
public record ListedApplication(Application application, long devices) {

    /** Whether devices belong to it by a rule. Expression Language 6.0 opens an Optional, so a page cannot ask that. */
    public boolean hasRule() {
        return application.rule().isPresent();
    }
}
