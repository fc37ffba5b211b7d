package dev.muster.web.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.ApplicationDescription;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.ejb.applications.ApplicationService;
import dev.muster.web.fleet.DeviceSearch;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/**
 * The form for an application: an existing one if the page's address has an id, otherwise a new one. A new one begins with the
 * search for devices that the address has.
 */
@Named
@ViewScoped
public class ApplicationForm implements Serializable {

    @Inject
    private ApplicationService applications;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String id;

    private String title;

    private String name;

    private String description;

    private final RuleFields rule = new RuleFields();

    /** Null before it was counted. */
    private String matching;

    public void open() {
        if (isNew()) {
            rule.show(DeviceSearch.asked(PageParameters::text));
        } else {
            Application application = applications
                    .get(caller.get(), caller.tenantId(), ViewIds.parse(id))
                    .application();
            title = application.name();
            name = application.name();
            description = application.description();
            application.rule().ifPresent(known -> rule.show(known.filter()));
        }
        count();
    }

    /** Counts the devices that match the rule. */
    public void count() {
        try {
            matching = rule.rule()
                    .map(wanted -> applications.matching(caller.get(), caller.tenantId(), wanted))
                    .map(number -> number >= ApplicationService.MAX_COUNTED
                            ? texts.of("applications.matchOrMore", number)
                            : texts.of("applications.match", number))
                    .orElseGet(() -> texts.of("applications.noRule"));
        } catch (ProblemException unreadable) {
            matching = unreadable.getMessage();
        }
    }

    public String save() {
        UUID[] saved = new UUID[1];
        if (!feedback.attempt(() -> saved[0] = store().id())) {
            return null;
        }
        feedback.done(texts.of("applications.saved"));
        feedback.keep();
        return "/organization/application?faces-redirect=true&id=" + saved[0];
    }

    private Application store() {
        ApplicationDescription wanted = new ApplicationDescription(
                new TenantName(name), description, rule.rule().orElse(null));
        return isNew()
                ? applications.create(caller.get(), caller.tenantId(), wanted)
                : applications.change(caller.get(), caller.tenantId(), ViewIds.parse(id), wanted);
    }

    public boolean isNew() {
        return id == null || id.isBlank();
    }

    public String getMatching() {
        return matching;
    }

    /** The application's name when the page was opened. */
    public String getTitle() {
        return title;
    }

    public RuleFields getRule() {
        return rule;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }
}
