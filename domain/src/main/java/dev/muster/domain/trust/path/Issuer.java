package dev.muster.domain.trust.path;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority of the platform, with its private key encrypted under the master key.
 *
 * <p>The two roots are made once, before the first start of the first server, and stay for ever. The server root signs
 * the certificates of servers; the device root signs everything else. An organization's authority is made when the
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
     * The text that binds an encrypted key to its issuer, so that nobody can copy a key into another row, or use the
     * key of one root for the other root.
     */
    public static String associatedData(String owner, UUID issuerId) {
        return SERVER_ROOT.equals(owner) ? "issuer:" + owner + ":" + issuerId : "issuer:" + issuerId;
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
}
