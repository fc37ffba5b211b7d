package dev.muster.domain.account.factor;

import dev.muster.domain.shared.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;

/**
 * A code that stands in once for a lost second factor. Its row is deleted when it is used. The user gets ten of them,
 * and sees each only once.
 *
 * <p>A code has 120 random bits, so its SHA-256 needs neither salt nor stretching (ASVS 5, 6.5.2 asks for these below 112
 * bits).
 */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {

    /** How many a user gets. */
    public static final int COUNT = 10;

    private static final int BYTES = 15;

    /** No code is longer, however it is written. */
    private static final int MAX_TYPED = 100;

    @Id
    private UUID id;

    @Column(name = "user_id")
    private UUID userId;

    @Column(name = "code_hash")
    private String codeHash;

    @SuppressWarnings("NullAway.Init")
    protected RecoveryCode() {}

    /** @param code as {@link #newCodes} makes it */
    public RecoveryCode(UUID userId, String code) {
        this.id = UUID.randomUUID();
        this.userId = Objects.requireNonNull(userId);
        this.codeHash = hash(code);
    }

    /** Ten new codes: each 24 characters of base32 in six groups, such as {@code ABCD-EFGH-IJKL-MNOP-QRST-UVWX}. */
    public static List<String> newCodes(SecureRandom random) {
        return Stream.generate(() -> newCode(random)).limit(COUNT).toList();
    }

    private static String newCode(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String code = new String(Base32.encode(bytes), StandardCharsets.US_ASCII);
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    /**
     * The hash of a code as somebody has typed it: groups, blanks and case do not matter.
     *
     * @return 43 characters; a text that is no code has a hash, too, which belongs to no code
     */
    public static String hash(String typed) {
        String cut = typed.substring(0, Math.min(typed.length(), MAX_TYPED));
        return Secrets.sha256Base64Url(cut.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
