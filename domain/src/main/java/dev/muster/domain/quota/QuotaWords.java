package dev.muster.domain.quota;

import java.util.Locale;

/** Quotas in words, for the API. */
public final class QuotaWords {

    private QuotaWords() {}

    /** What the quota limits, such as {@code Rows in drafts}. */
    public static String title(Quota quota) {
        return switch (quota) {
            case DEVICES -> "Devices";
            case IMPORTS_AT_ONCE -> "Imports at once";
            case DRAFT_ROWS -> "Rows in drafts";
            case APPLICATIONS -> "Applications";
            case TELEMETRY_MESSAGES -> "Telemetry messages a day";
            case HELD_ELSEWHERE -> "Identifiers of others a day";
            case CERTIFICATES -> "Valid certificates";
            case GENERATED_KEYS -> "Generated keys an hour";
            case API_TOKENS -> "API tokens";
            case API_REQUESTS -> "API requests a minute";
        };
    }

    /** The limit, such as {@code at most 1,000 valid certificates}. */
    public static String most(Quota quota, int limit) {
        String title = title(quota);
        boolean isAcronym = Character.isUpperCase(title.charAt(1));
        String what = isAcronym ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
        return String.format(Locale.ROOT, "at most %,d %s", limit, what);
    }
}
