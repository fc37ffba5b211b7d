package dev.muster.domain.quota;

import static dev.muster.domain.quota.TenantKind.MANUFACTURER;
import static dev.muster.domain.quota.TenantKind.ORGANIZATION;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a tenant may use only so much of. A setting has the limit of all tenants; an administrator may set another limit
 * for one tenant. {@link #UNLIMITED} switches a limit off.
 */
public enum Quota {
    /** Enrolled devices, whether or not they have joined. */
    DEVICES("devices", QuotaPeriod.STANDING, 10_000_000, ORGANIZATION),
    /** Imports that a server reads, checks, changes or commits. */
    IMPORTS_AT_ONCE("importsAtOnce", QuotaPeriod.STANDING, 100, ORGANIZATION),
    /** Rows of imports that are not committed. */
    DRAFT_ROWS("draftRows", QuotaPeriod.STANDING, 10_000_000, ORGANIZATION),
    /** Its applications. */
    APPLICATIONS("applications", QuotaPeriod.STANDING, 200, ORGANIZATION),
    /** Telemetry messages of its devices. */
    TELEMETRY_MESSAGES("telemetryMessagesPerDay", QuotaPeriod.DAY, 100_000_000, ORGANIZATION),
    /** Identifiers in its files that another organization holds. Only administrators see how many were found. */
    HELD_ELSEWHERE("heldElsewherePerDay", QuotaPeriod.DAY, 100_000, ORGANIZATION),
    /** Certificates that are neither revoked nor expired. */
    CERTIFICATES("certificates", QuotaPeriod.STANDING, 1_000, MANUFACTURER),
    /** Key pairs that the server makes. */
    GENERATED_KEYS("generatedKeysPerHour", QuotaPeriod.HOUR, 1_000, MANUFACTURER),
    /** API tokens of its users that are neither revoked nor expired. */
    API_TOKENS("apiTokens", QuotaPeriod.STANDING, 1_000, ORGANIZATION, MANUFACTURER),
    /** API requests with such tokens. */
    API_REQUESTS("apiRequestsPerMinute", QuotaPeriod.MINUTE, 60_000, ORGANIZATION, MANUFACTURER);

    /** A limit that does not limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final String code;
    private final QuotaPeriod period;
    private final int usual;
    private final Set<TenantKind> tenants;

    Quota(String code, QuotaPeriod period, int usual, TenantKind first, TenantKind... more) {
        this.code = code;
        this.period = period;
        this.usual = usual;
        this.tenants = EnumSet.of(first, more);
    }

    /** The quotas of this kind of tenant, in the order in which they are shown. */
    public static List<Quota> of(TenantKind kind) {
        return Arrays.stream(values())
                .filter(quota -> quota.tenants.contains(kind))
                .toList();
    }

    /** The quota with this code. */
    public static Optional<Quota> named(String code) {
        return Arrays.stream(values()).filter(quota -> quota.code.equals(code)).findFirst();
    }

    /** Its name in JSON. */
    public String code() {
        return code;
    }

    public QuotaPeriod period() {
        return period;
    }

    /** The limit of all tenants if no setting has another one. */
    public int usual() {
        return usual;
    }

    /** The setting that has the limit of all tenants, such as {@code muster.quota.draft-rows}. */
    public String setting() {
        return "muster.quota." + code.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * Whether only administrators see the use. The number of identifiers that were found with other organizations would
     * tell a tenant what the answers no longer tell.
     */
    public boolean isForAdministrators() {
        return this == HELD_ELSEWHERE;
    }
}
