package dev.muster.ejb.manufacturer;

import dev.muster.domain.manufacturer.Contact;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.domain.quota.Tenant;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.net.HostNames;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.quota.TenantQuotas;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Manufacturers. An administrator makes, renames, suspends and resumes them. Their own managers set the contact and
 * decide who may enroll their identifiers. Organizations find them by name.
 */
@Stateless
public class ManufacturerService {

    private static final String NAME_TAKEN = "A manufacturer with this name exists already; choose another name.";

    @Inject
    private ActLog acts;

    @Inject
    private ManufacturerRepository manufacturers;

    @Inject
    private TenantQuotas quotas;

    @Inject
    private SuspensionNews news;

    @Inject
    private Store store;

    @Inject
    private HostNames names;

    @Inject
    private Clock clock;

    /**
     * Makes a manufacturer.
     *
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     */
    @Audited(EventKind.MANUFACTURER_CREATED)
    public Manufacturer create(
            Caller caller,
            @Nullable String name,
            IdentifierRules rules,
            EnrollmentPolicy enrollment,
            @Nullable String contact) {
        caller.requireAdministrator();
        Manufacturer manufacturer = new Manufacturer(ownName(name), rules, enrollment, clock.instant());
        manufacturer.contactBy(new Contact(Objects.requireNonNullElse(contact, "")));
        store.add(manufacturer, NAME_TAKEN);
        record(Act.MANUFACTURER_CREATED, caller, manufacturer.id());
        return manufacturer;
    }

    /**
     * Changes a manufacturer. Its own managers may change who may enroll, the contact,
     * and whether its users must have a second factor.
     *
     * @throws ProblemException {@code forbidden} if a manager changes something else
     * @throws ProblemException {@code validation-failed}, or {@code conflict} if the name is taken
     */
    @Audited(EventKind.MANUFACTURER_CHANGED)
    public Manufacturer change(Caller caller, UUID id, ManufacturerChange change) {
        caller.requireManufacturer(id);
        if (change.isForAdministrators()) {
            caller.requireAdministrator();
        }
        Manufacturer manufacturer = store.lock(Manufacturer.class, id);
        change.name().filter(name -> !name.equals(manufacturer.name())).ifPresent(name -> {
            caller.requireAdministrator();
            manufacturer.rename(ownName(name));
        });
        change.contact().map(Contact::new).ifPresent(manufacturer::contactBy);
        change.enrollment().ifPresent(manufacturer::choose);
        change.suspended().ifPresent(suspended -> suspend(manufacturer, suspended));
        change.secondFactorRequired().ifPresent(manufacturer::requireSecondFactor);
        quotas.change(Tenant.manufacturer(id), change.quotas());
        store.flush(NAME_TAKEN);
        record(Act.MANUFACTURER_CHANGED, caller, id);
        change.suspended()
                .ifPresent(off -> record(off ? Act.MANUFACTURER_SUSPENDED : Act.MANUFACTURER_RESUMED, caller, id));
        return manufacturer;
    }

    private void record(Act act, Caller caller, UUID id) {
        acts.record(LoggedAct.of(act, caller).manufacturer(id).object("manufacturer", id));
    }

    private void suspend(Manufacturer manufacturer, boolean suspended) {
        Instant now = clock.instant();
        if (suspended) {
            manufacturer.suspend(now);
        } else {
            manufacturer.resume();
        }
        news.tell(manufacturer, now);
    }

    /** The limits of a manufacturer, for its own managers and for administrators. */
    public Map<Quota, Integer> limits(Caller caller, UUID id) {
        get(caller, id);
        return quotas.limits(Tenant.manufacturer(id), caller);
    }

    /** The quotas that a manufacturer has nearly used up, for its own users and for administrators. */
    public List<QuotaUse> nearQuotas(Caller caller, UUID id) {
        get(caller, id);
        return quotas.near(Tenant.manufacturer(id));
    }

    /** What a manufacturer uses of its quotas, for its own managers and for administrators. */
    public List<QuotaUse> quotas(Caller caller, UUID id) {
        get(caller, id);
        return quotas.uses(Tenant.manufacturer(id), caller);
    }

    private TenantName ownName(@Nullable String name) {
        TenantName entered = new TenantName(Objects.requireNonNullElse(name, ""));
        names.requireOther(entered);
        return entered;
    }

    /**
     * Suspends a manufacturer: all proofs of its devices are rejected. Existing devices go on. The organizations that
     * have enrolled its identifiers get a notice. If it is suspended already, nothing changes.
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators
     */
    @Audited(EventKind.MANUFACTURER_SUSPENDED)
    public Manufacturer suspend(Caller caller, UUID id) {
        Manufacturer manufacturer = lockForAdministrator(caller, id);
        suspend(manufacturer, true);
        record(Act.MANUFACTURER_SUSPENDED, caller, id);
        return manufacturer;
    }

    /**
     * Ends a suspension, and says so in the notices.
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators
     */
    @Audited(EventKind.MANUFACTURER_RESUMED)
    public Manufacturer resume(Caller caller, UUID id) {
        Manufacturer manufacturer = lockForAdministrator(caller, id);
        suspend(manufacturer, false);
        record(Act.MANUFACTURER_RESUMED, caller, id);
        return manufacturer;
    }

    /** Strangers get {@code not-found}, the manufacturer's own managers get {@code forbidden}. */
    private Manufacturer lockForAdministrator(Caller caller, UUID id) {
        caller.requireManufacturer(id);
        caller.requireAdministrator();
        return store.lock(Manufacturer.class, id);
    }

    /**
     * The manufacturers that the caller may see. A manufacturer's users see only their own, everybody else sees all.
     *
     * @throws ProblemException {@code forbidden} for an operator
     * @param name a part of the name, without regard to case; empty finds all
     */
    public Page<Manufacturer> search(Caller caller, String name, PageRequest request) {
        caller.requireTenantsInSight();
        SearchText search = new SearchText(name);
        return caller.role().scope() == Role.Scope.MANUFACTURER
                ? manufacturers.only(Objects.requireNonNull(caller.tenantId()), search, request)
                : manufacturers.all(search, request);
    }

    /** One manufacturer, for its own managers and for administrators. */
    public Manufacturer get(Caller caller, UUID id) {
        caller.requireManufacturerReader(id);
        return store.get(Manufacturer.class, id);
    }
}
