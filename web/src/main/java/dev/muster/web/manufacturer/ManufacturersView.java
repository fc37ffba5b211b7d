package dev.muster.web.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.InvalidSerialPatternException;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The manufacturers on the platform, and the form that makes one. */
@Named
@ViewScoped
public class ManufacturersView implements Serializable {

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private final PagedModel<Manufacturer> list =
            new PagedModel<>(request -> manufacturers.search(caller.get(), "", request));

    private String name;

    private IdentifierScheme scheme = IdentifierScheme.IMEI;

    private String pattern;

    public void create() {
        if (feedback.attempt(() -> manufacturers.create(caller.get(), name, rules(), EnrollmentPolicy.OPEN))) {
            feedback.done("The manufacturer \"" + name + "\" is there. Create a manager for it under Users.");
            name = null;
            pattern = null;
        }
    }

    private IdentifierRules rules() {
        try {
            return IdentifierRules.of(scheme, pattern);
        } catch (InvalidSerialPatternException e) {
            throw ProblemException.invalid(e.getMessage());
        }
    }

    /** What a scheme takes for an identifier, in a few words. */
    public String describe(IdentifierScheme described) {
        return switch (described) {
            case IMEI -> "IMEI – 15 digits, or 14 without the check digit";
            case MAC -> "MAC address – EUI-48 or EUI-64";
            case SERIAL -> "Serial number – with a pattern of your own";
            case ANY -> "Any other identifier";
        };
    }

    public IdentifierScheme[] getSchemes() {
        return IdentifierScheme.values();
    }

    public PagedModel<Manufacturer> getList() {
        return list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public IdentifierScheme getScheme() {
        return scheme;
    }

    public void setScheme(IdentifierScheme scheme) {
        this.scheme = scheme;
    }

    public String getPattern() {
        return pattern;
    }

    public void setPattern(String pattern) {
        this.pattern = pattern;
    }
}
