package dev.muster.web.help;

import java.util.Map;
import java.util.Optional;

/** Which help belongs to which page of the portal. */
final class HelpTopics {

    /** By the page's view id without the extension: the file in {@code src/docs}, and the heading in it. */
    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("/login", "people#ways-to-log-in"),
            Map.entry("/login-code", "people#second-factor"),
            Map.entry("/link", "people#from-the-invitation-to-the-deletion"),
            Map.entry("/forgot", "people#e-mail-addresses"),
            Map.entry("/confirm", "people#e-mail-addresses"),
            Map.entry("/account/profile", "people#sessions"),
            Map.entry("/account/password", "people#ways-to-log-in"),
            Map.entry("/account/factors", "people#second-factor"),
            Map.entry("/account/passkeys", "people#passkeys"),
            Map.entry("/account/tokens", "people#api-tokens"),
            Map.entry("/administration/overview", "portal#overview"),
            Map.entry("/administration/organizations", "people#suspended-and-deleted-organizations"),
            Map.entry("/administration/organization", "people#suspended-and-deleted-organizations"),
            Map.entry("/administration/manufacturers", "portal#manufacturers"),
            Map.entry("/administration/manufacturer", "portal#manufacturers"),
            Map.entry("/administration/users", "people#from-the-invitation-to-the-deletion"),
            Map.entry("/administration/user", "people#from-the-invitation-to-the-deletion"),
            Map.entry("/manufacturer/overview", "portal#overview"),
            Map.entry("/manufacturer/certificates", "making-a-certificate"),
            Map.entry("/manufacturer/certificate", "making-a-certificate#what-the-server-keeps"),
            Map.entry("/manufacturer/identifiers", "portal#identifiers"),
            Map.entry("/manufacturer/attempts", "errors"),
            Map.entry("/manufacturer/log", "transparency-log"),
            Map.entry("/manufacturer/profile", "portal#manufacturers"),
            Map.entry("/operation/log", "transparency-log"),
            Map.entry("/operation/health", "portal#health"),
            Map.entry("/organization/overview", "portal#overview"),
            Map.entry("/organization/devices", "portal#devices"),
            Map.entry("/organization/device", "portal#one-device"),
            Map.entry("/organization/applications", "portal#applications"),
            Map.entry("/organization/application", "portal#applications"),
            Map.entry("/organization/application-form", "portal#applications"),
            Map.entry("/organization/expected", "provisioning-cycle#before"),
            Map.entry("/organization/imports", "csv-interpretation"),
            Map.entry("/organization/import", "csv-interpretation#cells"),
            Map.entry("/organization/models", "portal#data-models"),
            Map.entry("/organization/model", "portal#data-models"),
            Map.entry("/organization/attempts", "errors"),
            Map.entry("/organization/approvals", "protocol#a-second-proof"),
            Map.entry("/organization/notices", "portal#notices"),
            Map.entry("/organization/settings", "protocol#a-second-proof"),
            Map.entry("/organization/log", "transparency-log"));

    private HelpTopics() {}

    /**
     * The help of a page of the portal, as {@code people#passkeys}.
     *
     * @param viewId such as {@code /account/passkeys.xhtml}
     */
    static Optional<String> of(String viewId) {
        return Optional.ofNullable(TOPICS.get(viewId.replaceFirst("\\.xhtml$", "")));
    }

    /** All topics, for the test that looks them up. */
    static Iterable<String> all() {
        return TOPICS.values();
    }
}
