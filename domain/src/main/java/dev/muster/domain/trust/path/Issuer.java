package dev.muster.domain.trust.path;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority of the platform, with its private key encrypted under the master key.
 *
 * <p>The two roots are made once, before the first start of the first server. The server root signs the certificates of
 * servers; the device root signs everything else. An operator can replace a root: then two roots of that kind are trusted
 * until the old one is retired. The root that signs has the plain owner, the other one an owner that begins with it.
 *
 * <p> An organization's authority is made when the
 * first of its devices asks for a certificate. It gets a successor before it is too old to issue, and stays for the
 * certificates that it has issued.
 */
@Entity
@Table(name = "issuer")
public class Issuer {

    /** The owner of the device root. The row has kept this name from the time when there was only one root. */
    public static final String DEVICE_ROOT = "root";

    /** The owner of the server root. */
    public static final String SERVER_ROOT = "server-root";

    @Id
    private UUID id;

    private String owner;

    @Column(name = "organization_id")
    private @Nullable UUID organizationId;

    private byte[] certificate;

    @Column(name = "encrypted_key")
    private byte[] encryptedKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "cross_certificate")
    private byte @Nullable [] crossCertificate;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected Issuer() {}

    /**
     * @param certificate DER
     * @param encryptedKey PKCS#8 under AES-GCM with {@link #associatedData(String, UUID)}
     */
    public Issuer(UUID id, String owner, byte[] certificate, byte[] encryptedKey, Instant now) {
        this.id = Objects.requireNonNull(id);
        this.owner = Objects.requireNonNull(owner);
        this.certificate = certificate.clone();
        this.encryptedKey = encryptedKey.clone();
        this.createdAt = Objects.requireNonNull(now);
    }

    /**
     * The owner of an organization's authority.
     *
     * @param generation 1 for the organization's first authority
     */
    public static String ownerOf(UUID organizationId, int generation) {
        return "organization:" + organizationId + ":" + generation;
    }

    /**
     * The owner of a root that does not sign: the next server root, or a device root that has a successor.
     *
     * @param root {@link #DEVICE_ROOT} or {@link #SERVER_ROOT}
     */
    public static String ownerOfOther(String root, UUID issuerId) {
        return root + ":" + issuerId;
    }

    /** Whether this is a root of that kind, signing or not. */
    public static boolean isRoot(String owner, String root) {
        return owner.equals(root) || owner.startsWith(root + ":");
    }

    /**
     * The text that binds an encrypted key to its issuer, so that nobody can copy a key into another row, or use the
     * key of one root for the other root.
     */
    public static String associatedData(String owner, UUID issuerId) {
        return isRoot(owner, SERVER_ROOT) ? "issuer:" + SERVER_ROOT + ":" + issuerId : "issuer:" + issuerId;
    }

    public UUID id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    /** The organization whose devices it certifies; {@code null} for a root. */
    public @Nullable UUID organizationId() {
        return organizationId;
    }

    /** DER. */
    public byte[] certificate() {
        return certificate.clone();
    }

    public byte[] encryptedKey() {
        return encryptedKey.clone();
    }

    /** DER of a certificate for this root's key, signed by the other trusted root of its kind; empty without another. */
    public Optional<byte[]> crossCertificate() {
        return Optional.ofNullable(crossCertificate).map(byte[]::clone);
    }

    /** Whether nothing below it is accepted any more. */
    public boolean isRetired() {
        return retiredAt != null;
    }
}
