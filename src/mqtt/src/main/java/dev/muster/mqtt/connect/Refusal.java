package dev.muster.mqtt.connect;

import dev.muster.mqtt.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device may not connect.
 *
 * @param at the server's time
 * @param nonce of the server for the next proof; null if the refusal is not about a proof
 * @param retryAfter seconds until the next try; null if the device must be corrected first
 */
public record Refusal(
        Problem problem,
        Instant at,
        @Nullable String nonce,
        @Nullable Long retryAfter) {}
