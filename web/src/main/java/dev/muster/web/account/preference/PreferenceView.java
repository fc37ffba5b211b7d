package dev.muster.web.account.preference;

import dev.muster.domain.account.Preferences;
import dev.muster.domain.shared.Language;
import dev.muster.ejb.account.preference.PreferenceService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/** The form with the language and the time zone of the user. */
@Named
@ViewScoped
public class PreferenceView implements Serializable {

    @Inject
    private PreferenceService service;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private String language;

    private String timeZone;

    @PostConstruct
    void open() {
        Preferences present = service.get(caller.get());
        language = present.language().map(Language::tag).orElse("");
        timeZone = present.timeZone().map(ZoneId::getId).orElse("");
    }

    /** Loads the page again, so that it speaks the language that was chosen. */
    public String save() {
        boolean saved = feedback.attempt(() -> service.set(caller.get(), new Preferences(language, timeZone)));
        return saved ? "/account/profile?faces-redirect=true" : null;
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    /** The time zones of regions, by name, and UTC. */
    public List<String> getTimeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC")
                        || zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }
}
