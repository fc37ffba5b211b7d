package dev.muster.web.applications;

import dev.muster.ejb.applications.ApplicationService;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Writes how many devices an application has. */
@Named
@ApplicationScoped
public class DeviceNumbers {

    @Inject
    private Texts texts;

    /** A number that was counted as far as a list counts. */
    public String of(long number) {
        return of(number, number >= ApplicationService.MAX_COUNTED);
    }

    /** @param isCut whether there may be more */
    String of(long number, boolean isCut) {
        return isCut ? texts.of("applications.devicesOrMore", number) : texts.of("applications.devices", number);
    }
}
