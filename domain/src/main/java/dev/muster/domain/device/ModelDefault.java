package dev.muster.domain.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.UUID;

/** A device type of an organization that has this model as its default; a type has at most one default model. */
@Embeddable
class ModelDefault {

    @Column(name = "organization_id")
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "device_type")
    private DeviceType type;

    @SuppressWarnings("NullAway.Init")
    protected ModelDefault() {}

    ModelDefault(UUID organizationId, DeviceType type) {
        this.organizationId = Objects.requireNonNull(organizationId);
        this.type = Objects.requireNonNull(type);
    }

    DeviceType type() {
        return type;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelDefault that && that.type == type && that.organizationId.equals(organizationId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(organizationId, type);
    }
}
