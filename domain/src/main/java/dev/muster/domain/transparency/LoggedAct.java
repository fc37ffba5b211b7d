package dev.muster.domain.transparency;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An act, before it becomes a leaf of the log: what was done, by whom, to what, and in which tenant. It names all of them
 * by their ids. A name, an address or an identifier goes in with {@link #hashed} only, so that the log holds no personal
 * data.
 *
 * <p>A use case makes one, adds what it knows, and gives it to the log in its transaction.
 */
public final class LoggedAct {

    private static final int VERSION = 1;

    /** Always six digits, so that one time has one text. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Act act;
    private @Nullable String tenant;
    private @Nullable UUID tenantId;
    private @Nullable String by;
    private @Nullable String object;
    private @Nullable UUID attempt;

    /** JSON values by their names; each may depend on the salt. */
    private final Map<String, Function<byte[], String>> details = new LinkedHashMap<>();

    private LoggedAct(Act act) {
        this.act = act;
    }

    /** Begins an act of the platform, by the server itself. */
    public static LoggedAct of(Act act) {
        return new LoggedAct(act);
    }

    /** The same by a user, in the tenant for which the user works at the moment. */
    public static LoggedAct of(Act act, Caller caller) {
        return of(act).by("user", caller.userId()).tenantOf(caller.role(), caller.tenantId());
    }

    /**
     * Who did it.
     *
     * @param kind a word such as {@code user} or {@code certificate}
     */
    public LoggedAct by(String kind, UUID id) {
        by = kind + ":" + id;
        return this;
    }

    /** The tenant that a role belongs to; none for a role of the platform. */
    public LoggedAct tenantOf(Role role, @Nullable UUID id) {
        if (id == null) {
            return ofPlatform();
        }
        return role.scope() == Role.Scope.ORGANIZATION ? organization(id) : manufacturer(id);
    }

    /** The tenant of a pair of ids, of which at most one is not null. */
    public LoggedAct tenantOf(@Nullable UUID organizationId, @Nullable UUID manufacturerId) {
        if (organizationId != null) {
            return organization(organizationId);
        }
        return manufacturerId == null ? ofPlatform() : manufacturer(manufacturerId);
    }

    /** The organization in which it happened, and which sees it. */
    public LoggedAct organization(UUID id) {
        tenant = "organization:" + id;
        tenantId = id;
        return this;
    }

    /** The manufacturer in which it happened, and which sees it. */
    public LoggedAct manufacturer(UUID id) {
        tenant = "manufacturer:" + id;
        tenantId = id;
        return this;
    }

    private LoggedAct ofPlatform() {
        tenant = null;
        tenantId = null;
        return this;
    }

    /**
     * What was changed.
     *
     * @param kind a word such as {@code user} or {@code device}
     * @param id a UUID, or a number
     */
    public LoggedAct object(String kind, Object id) {
        object = kind + ":" + id;
        return this;
    }

    /** The provisioning attempt, or the request, that an answer names. */
    public LoggedAct attempt(UUID id) {
        attempt = id;
        return this;
    }

    /**
     * A detail that tells nothing of a person: a code, an id, the name of a constant.
     *
     * @param name in camel case
     */
    public LoggedAct with(String name, String value) {
        details.put(name, salt -> quoted(value));
        return this;
    }

    /** A detail that is a number. */
    public LoggedAct with(String name, long value) {
        details.put(name, salt -> Long.toString(value));
        return this;
    }

    /** A detail that nobody can read who does not know it already, such as the name of a failed login. */
    public LoggedAct hashed(String name, String value) {
        details.put(name, salt -> quoted(Hashes.hidden(salt, value)));
        return this;
    }

    /** The code of the act. */
    String code() {
        return act.code();
    }

    /** The organization or manufacturer that sees it; null for the platform. */
    @Nullable
    UUID tenantId() {
        return tenantId;
    }

    /**
     * The content of the leaf: one JSON object in one line, without blanks, its members in this order.
     *
     * @param time in whole microseconds
     * @param salt 32 random bytes, of this leaf only
     */
    String content(Instant time, byte[] salt) {
        StringBuilder json = new StringBuilder(320).append("{\"v\":").append(VERSION);
        add(json, "time", TIME.format(time));
        add(json, "act", act.code());
        add(json, "tenant", tenant);
        add(json, "by", by);
        add(json, "object", object);
        add(json, "attempt", attempt == null ? null : attempt.toString());
        if (!details.isEmpty()) {
            json.append(",\"detail\":{");
            details.forEach((name, value) -> json.append(quoted(name))
                    .append(':')
                    .append(value.apply(salt))
                    .append(','));
            json.setCharAt(json.length() - 1, '}');
        }
        return json.append('}').toString();
    }

    private static void add(StringBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.append(",\"").append(name).append("\":").append(quoted(value));
        }
    }

    /** RFC 8259 section 7. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
