package dev.muster.domain.manufacturer;

import dev.muster.domain.shared.TenantName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that proves devices. An administrator creates it with the scheme of its unique identifiers. Its managers
 * issue the certificates, name a contact and decide which organizations may enroll its identifiers. An administrator
 * may rename it, which changes no issued certificate, and may suspend it. The scheme never changes, because it has
 * normalized the enrollments.
 */
@Entity
@Table(name = "manufacturer")
public class Manufacturer {

    @Id
    private UUID id;

    private String name;

    @Column(name = "normalized_name")
    private String normalizedName;

    @Enumerated(EnumType.STRING)
    @Column(name = "identifier_scheme")
    private IdentifierScheme identifierScheme;

    @Column(name = "identifier_pattern")
    private @Nullable String identifierPattern;

    @Enumerated(EnumType.STRING)
    private EnrollmentPolicy enrollment;

    private @Nullable String contact;

    @Column(name = "second_factor_required")
    private boolean secondFactorRequired;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @SuppressWarnings("NullAway.Init")
    protected Manufacturer() {}

    /** @param rules the scheme and, for {@link IdentifierScheme#SERIAL}, the pattern */
    public Manufacturer(TenantName name, IdentifierRules rules, EnrollmentPolicy enrollment, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name.entered();
        this.normalizedName = name.normalized();
        this.identifierScheme = rules.scheme();
        this.identifierPattern = rules.serialPattern().orElse(null);
        this.enrollment = Objects.requireNonNull(enrollment);
        this.createdAt = Objects.requireNonNull(now);
    }

    /** Takes another name; issued certificates keep the old name. */
    public void rename(TenantName chosen) {
        this.name = chosen.entered();
        this.normalizedName = chosen.normalized();
    }

    /** Sets the contact. */
    public void contactBy(Contact chosen) {
        this.contact = chosen.orNull();
    }

    /** Sets which organizations may enroll its identifiers from now on. */
    public void choose(EnrollmentPolicy chosen) {
        this.enrollment = Objects.requireNonNull(chosen);
    }

    /** The rules for checking and comparing this manufacturer's identifiers. */
    public IdentifierRules identifierRules() {
        return IdentifierRules.of(identifierScheme, identifierPattern);
    }

    /** Sets whether its users must have a second factor. */
    public void requireSecondFactor(boolean required) {
        this.secondFactorRequired = required;
    }

    public boolean isSecondFactorRequired() {
        return secondFactorRequired;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public IdentifierScheme identifierScheme() {
        return identifierScheme;
    }

    /** The pattern of a serial number, {@code null} for every other scheme. */
    public @Nullable String identifierPattern() {
        return identifierPattern;
    }

    public EnrollmentPolicy enrollment() {
        return enrollment;
    }

    /** A text of at most 256 characters on one line; {@code null} if there is no contact. */
    public @Nullable String contact() {
        return contact;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Refuses every proof of this manufacturer's devices; provisioned devices go on. A second call changes nothing. */
    public void suspend(Instant now) {
        if (suspendedAt == null) {
            suspendedAt = Objects.requireNonNull(now);
        }
    }

    /** Ends a suspension. */
    public void resume() {
        suspendedAt = null;
    }

    public boolean isSuspended() {
        return suspendedAt != null;
    }

    public ManufacturerStatus status() {
        return isSuspended() ? ManufacturerStatus.SUSPENDED : ManufacturerStatus.ACTIVE;
    }

    /** Since when proofs are refused, {@code null} if they are not. */
    public @Nullable Instant suspendedAt() {
        return suspendedAt;
    }
}
