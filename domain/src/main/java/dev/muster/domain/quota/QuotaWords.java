package dev.muster.domain.quota;

import java.util.Locale;

/** Quotas in words, for pages and for sentences of the API. */
public final class QuotaWords {

    private QuotaWords() {}

    /** What the quota limits, such as {@code Rows in drafts}. */
    public static String title(Quota quota) {
        return switch (quota) {
            case DEVICES -> "Devices";
            case IMPORTS_AT_ONCE -> "Imports at once";
            case DRAFT_ROWS -> "Rows in drafts";
            case TELEMETRY_MESSAGES -> "Telemetry messages a day";
            case HELD_ELSEWHERE -> "Identifiers of others a day";
            case CERTIFICATES -> "Valid certificates";
            case GENERATED_KEYS -> "Generated keys an hour";
            case API_TOKENS -> "API tokens";
            case API_REQUESTS -> "API requests a minute";
        };
    }

    /** What is counted. */
    public static String explanation(Quota quota) {
        return switch (quota) {
            case DEVICES -> "Enrolled devices, whether or not they have joined.";
            case IMPORTS_AT_ONCE -> "Imports that a server reads, checks, changes or commits now.";
            case DRAFT_ROWS -> "Rows of imports that are not committed.";
            case TELEMETRY_MESSAGES -> "Messages of its devices since midnight (UTC).";
            case HELD_ELSEWHERE ->
                "Identifiers in its files that another organization holds, since midnight (UTC). A high number is a"
                        + " sign that somebody searches for devices of others.";
            case CERTIFICATES -> "Certificates that are neither revoked nor expired.";
            case GENERATED_KEYS -> "Key pairs that the server has made in this hour.";
            case API_TOKENS -> "Tokens of its users that are neither revoked nor expired.";
            case API_REQUESTS -> "Requests with its users' tokens in this minute.";
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
