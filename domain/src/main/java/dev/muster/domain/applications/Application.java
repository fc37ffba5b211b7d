package dev.muster.domain.applications;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of devices of an organization, for one purpose, with a dashboard. A device belongs to it if a manager has added the
 * device ({@link ApplicationDevice}), if the device joined by an import that names the application, or as long as the device
 * matches the rule. A device may belong to several applications.
 *
 * <p>The dashboard is private to its author until it is shared with the organization. Then all managers arrange it.
 */
@Entity
@Table(name = "application")
public class Application {

    public static final int MAX_WIDGETS = 20;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String name;

    @Column(name = "normalized_name")
    private String normalizedName;

    private String description;

    /** The rule as JSON. */
    @Column(name = "device_rule")
    private @Nullable String rule;

    @Column(name = "author_id")
    private UUID authorId;

    private boolean shared;

    @ElementCollection
    @CollectionTable(name = "application_widget", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "place")
    private List<Widget> widgets = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    /** @param author becomes the author of the dashboard, which is private at first */
    public Application(Organization organization, ApplicationDescription description, UUID author, Instant now) {
        this.id = UUID.randomUUID();
        this.organization = Objects.requireNonNull(organization);
        this.authorId = Objects.requireNonNull(author);
        this.createdAt = Objects.requireNonNull(now);
        take(description);
    }

    public void describe(ApplicationDescription wanted) {
        take(wanted);
    }

    private void take(ApplicationDescription wanted) {
        this.name = wanted.name().entered();
        this.normalizedName = wanted.name().normalized();
        this.description = wanted.description();
        this.rule = wanted.rule() == null ? null : wanted.rule().json();
    }

    /**
     * Replaces the widgets of the dashboard.
     *
     * @param wanted in the order in which they are shown
     * @throws ProblemException {@code validation-failed} if there are too many, or two with the same id
     */
    public void arrange(List<Widget> wanted) {
        if (wanted.size() > MAX_WIDGETS) {
            throw ProblemException.invalid(
                    "There are " + wanted.size() + " widgets; a dashboard has at most " + MAX_WIDGETS + ".");
        }
        Set<UUID> ids = new HashSet<>();
        if (!wanted.stream().map(Widget::id).allMatch(ids::add)) {
            throw ProblemException.invalid("Two widgets have the same id; leave out the id of the new one.");
        }
        widgets.clear();
        widgets.addAll(wanted);
    }

    /** Shares the dashboard with the organization, or makes it private again: the caller is its author then. */
    public void share(boolean withOrganization, UUID by) {
        this.shared = withOrganization;
        if (!withOrganization) {
            this.authorId = by;
        }
    }

    /** Whether this user sees the dashboard. */
    public boolean isDashboardOf(Caller caller) {
        return shared || authorId.equals(caller.userId());
    }

    public UUID id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public String name() {
        return name;
    }

    /** Empty if it has none. */
    public String description() {
        return description;
    }

    /** Empty if devices belong to it only if somebody has added them. */
    public Optional<DeviceRule> rule() {
        return Optional.ofNullable(rule).map(DeviceRule::read);
    }

    public UUID authorId() {
        return authorId;
    }

    /** Whether all users of the organization see the dashboard. */
    public boolean isShared() {
        return shared;
    }

    /** In the order in which they are shown. */
    public List<Widget> widgets() {
        return List.copyOf(widgets);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
