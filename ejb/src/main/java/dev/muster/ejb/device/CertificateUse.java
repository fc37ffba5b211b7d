package dev.muster.ejb.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate was used for.
 *
 * @param devices how many existing devices it has proved
 * @param lastUsedAt when it last proved one of them; {@code null} if never
 */
public record CertificateUse(long devices, @Nullable Instant lastUsedAt) {

    public static final CertificateUse NONE = new CertificateUse(0, null);
}
