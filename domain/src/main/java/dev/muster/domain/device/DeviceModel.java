package dev.muster.domain.device;

import dev.muster.domain.organization.Organization;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Describes the telemetry of devices of one kind: the keys, their types, units and ranges. It belongs to an
 * organization. A device gets its model when it is created. If it has no model, the server keeps everything that it
 * sends. A change of a model applies to later messages, not to stored ones.
 */
@Entity
@Table(name = "device_model")
public class DeviceModel {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String name;

    @Column(name = "normalized_name")
    private String normalizedName;

    @Enumerated(EnumType.STRING)
    @Column(name = "unknown_keys")
    private UnknownKeys unknownKeys;

    @ElementCollection
    @CollectionTable(name = "device_model_key", joinColumns = @JoinColumn(name = "model_id"))
    @OrderColumn(name = "place")
    private List<TelemetryKey> keys = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "device_model_default", joinColumns = @JoinColumn(name = "model_id"))
    private Set<ModelDefault> defaults = new HashSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    /** Rises with each change, so that a server that remembers the model sees that it is another one. */
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DeviceModel() {}

    public DeviceModel(Organization organization, ModelDescription description, Instant now) {
        this.id = UUID.randomUUID();
        this.organization = Objects.requireNonNull(organization);
        this.createdAt = Objects.requireNonNull(now);
        take(description);
    }

    /** Takes everything from the description except the device types that have this model as their default. */
    public void describe(ModelDescription description) {
        take(description);
    }

    private void take(ModelDescription description) {
        this.name = description.name().entered();
        this.normalizedName = description.name().normalized();
        this.unknownKeys = description.unknownKeys();
        this.keys.clear();
        this.keys.addAll(description.keys());
    }

    /** Makes it the default of exactly these types. */
    public void isDefaultFor(Set<DeviceType> types) {
        Set<ModelDefault> wanted = types.stream()
                .map(type -> new ModelDefault(organization.id(), type))
                .collect(Collectors.toSet());
        defaults.retainAll(wanted);
        defaults.addAll(wanted);
    }

    /** The key with this name; empty if the model does not name it. */
    public Optional<TelemetryKey> key(String wanted) {
        return keys.stream().filter(key -> key.name().equals(wanted)).findFirst();
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

    public UnknownKeys unknownKeys() {
        return unknownKeys;
    }

    /** In display order. */
    public List<TelemetryKey> keys() {
        return List.copyOf(keys);
    }

    /** The types whose new devices get this model unless their import names another; in the order of the enum. */
    public Set<DeviceType> defaultFor() {
        Set<DeviceType> types = EnumSet.noneOf(DeviceType.class);
        defaults.forEach(each -> types.add(each.type()));
        return types;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
