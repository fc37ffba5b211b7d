package dev.muster.domain.shared.event;

import dev.muster.domain.shared.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One security event. It never has a password, a token or a key, and of a token only its id.
 *
 * @param fields by name, in the order in which they are written; the values are not escaped yet
 */
public record SecurityEvent(EventKind kind, Map<String, Object> fields) {

    /** What became of it. */
    public static final String OUTCOME = "outcome";

    public SecurityEvent {
        fields = new LinkedHashMap<>(fields);
    }

    public static SecurityEvent of(EventKind kind) {
        return new SecurityEvent(kind, Map.of(OUTCOME, kind.isLimited() ? "refused" : "done"));
    }

    /** The same event by a user who is logged in. */
    public SecurityEvent by(Caller caller) {
        return with("user", caller.userId())
                .with("name", caller.username())
                .with("role", caller.role().name())
                .with("tenant", caller.tenantId());
    }

    /** With one more field, or another value of it. A field whose value is null is left out. */
    public SecurityEvent with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new SecurityEvent(kind, more);
    }

    /**
     * The line: {@code name=value} separated by blanks, time and event first. Texts are between quotes. The time is UTC
     * with milliseconds (RFC 3339).
     */
    public String line(Instant time) {
        StringBuilder line = new StringBuilder("time=")
                .append("%s".formatted(time.truncatedTo(ChronoUnit.SECONDS)).replace("Z", ""))
                .append(".%03dZ event=%s".formatted(time.getNano() / 1_000_000, kind.word()));
        fields.forEach(
                (name, value) -> line.append(' ').append(name).append('=').append(written(value)));
        return line.toString();
    }

    /** Only texts can have what needs quotes. */
    private static String written(Object value) {
        return switch (value) {
            case UUID id -> id.toString();
            case Number number -> number.toString();
            case String word when word.matches("[A-Za-z0-9._:/-]{1,80}") -> word;
            default -> LogText.quoted(value.toString());
        };
    }
}
