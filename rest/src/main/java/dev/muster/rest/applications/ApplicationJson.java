package dev.muster.rest.applications;

import dev.muster.domain.applications.Application;
import dev.muster.ejb.applications.ListedApplication;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application.
 *
 * @param rule the saved search whose devices belong to it; absent if only devices that somebody has added do
 * @param devices how many devices it has; 10000 stands for that many or more
 * @param dashboardShared whether all users of the organization see its dashboard
 */
@Schema(name = "Application")
@JsonbPropertyOrder({"id", "name", "description", "rule", "devices", "dashboardShared", "createdAt"})
public record ApplicationJson(
        UUID id,
        String name,
        String description,
        RuleJson rule,
        long devices,
        boolean dashboardShared,
        Instant createdAt) {

    static ApplicationJson of(ListedApplication listed) {
        Application application = listed.application();
        return new ApplicationJson(
                application.id(),
                application.name(),
                application.description(),
                application.rule().map(RuleJson::of).orElse(null),
                listed.devices(),
                application.isShared(),
                application.createdAt());
    }
}
