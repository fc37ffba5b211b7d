package dev.muster.rest.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.ApplicationDescription;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application to make, or the changes of one. */
@Schema(name = "ApplicationUpdate")
public record ApplicationWish(
        @Schema(maxLength = TenantName.MAX_LENGTH, description = "Needed for a new application")
        String name,

        @Schema(maxLength = ApplicationDescription.MAX_DESCRIPTION)
        String description,

        @Schema(
                nullable = true,
                implementation = RuleJson.class,
                description = "The saved search whose devices belong to the application; null for none")
        RuleJson rule) {

    private static final String[] MEMBERS = {"name", "description", "rule"};

    /** @throws ProblemException {@code validation-failed}, {@code malformed-request}, {@code body-too-large} */
    static ApplicationDescription create(InputStream json) {
        JsonBody body = JsonBody.read(json, MEMBERS);
        return new ApplicationDescription(
                new TenantName(body.text("name")), body.text("description", ""), RuleJson.read(body));
    }

    /**
     * Absent members stay as they are.
     *
     * @throws ProblemException {@code validation-failed}, {@code malformed-request}, {@code body-too-large}
     */
    static ApplicationDescription change(Application application, InputStream json) {
        JsonBody body = JsonBody.read(json, MEMBERS);
        return new ApplicationDescription(
                new TenantName(body.text("name", application.name())),
                body.text("description", application.description()),
                body.has("rule") ? RuleJson.read(body) : application.rule().orElse(null));
    }
}
