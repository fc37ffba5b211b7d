package dev.muster.ejb.applications;

import dev.muster.domain.applications.Application;

/**
 * An application with the number of its devices.
 *
 * @param devices counted to {@value ApplicationService#MAX_COUNTED} at most
 */
public record ListedApplication(Application application, long devices) {}
