package dev.muster.web.manufacturer;

import dev.muster.domain.manufacturer.Contact;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.ejb.manufacturer.ManufacturerChange;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * One manufacturer. An administrator sees the manufacturer that the address of the page names, a manager always sees
 * the own one. The service decides what each of them may change.
 */
@Named
@ViewScoped
public class ManufacturerView implements Serializable {

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private String id;

    private transient Manufacturer manufacturer;

    private String name;

    private String contact;

    private EnrollmentPolicy policy;

    /** Fills the form with the current values. */
    public void open() {
        name = getManufacturer().name();
        contact = manufacturer.contact();
        policy = manufacturer.enrollment();
    }

    /** Saves name and contact for an administrator, only the contact for a manager. */
    public void save() {
        ManufacturerChange change = ManufacturerChange.of(
                caller.isAdministrator() ? Optional.of(name) : Optional.empty(), contact == null ? "" : contact);
        if (feedback.attempt(() -> manufacturer = manufacturers.change(caller.get(), manufacturerId(), change))) {
            feedback.done(texts.of("manufacturer.saved"));
            open();
        }
    }

    public void savePolicy() {
        ManufacturerChange change = ManufacturerChange.of(policy);
        if (feedback.attempt(() -> manufacturer = manufacturers.change(caller.get(), manufacturerId(), change))) {
            feedback.done(
                    policy == EnrollmentPolicy.OPEN
                            ? texts.of("manufacturer.policySavedOpen")
                            : texts.of("manufacturer.policySavedAllowed"));
        }
    }

    public void suspend() {
        if (feedback.attempt(() -> manufacturer = manufacturers.suspend(caller.get(), manufacturerId()))) {
            feedback.done(texts.of("manufacturer.suspended", manufacturer.name()));
        }
    }

    public void resume() {
        if (feedback.attempt(() -> manufacturer = manufacturers.resume(caller.get(), manufacturerId()))) {
            feedback.done(texts.of("manufacturer.resumed", manufacturer.name()));
        }
    }

    /** The manufacturer that the page is about. */
    public UUID manufacturerId() {
        return caller.isAdministrator() ? ViewIds.parse(id) : caller.tenantId();
    }

    public Manufacturer getManufacturer() {
        if (manufacturer == null) {
            manufacturer = manufacturers.get(caller.get(), manufacturerId());
        }
        return manufacturer;
    }

    public EnrollmentPolicy[] getPolicies() {
        return EnrollmentPolicy.values();
    }

    public int getMaxContact() {
        return Contact.MAX_LENGTH;
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

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public EnrollmentPolicy getPolicy() {
        return policy;
    }

    public void setPolicy(EnrollmentPolicy policy) {
        this.policy = policy;
    }
}
