package dev.muster.web.finder;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A page of the portal that a user can go to by its name, and the roles that may open it. */
enum PortalPage {
    ORGANIZATION_OVERVIEW("/organization/overview", "Overview", "home start dashboard", PortalPage::isOrganization),
    DEVICES("/organization/devices", "Devices", "device manager fleet", PortalPage::isOrganization),
    EXPECTED("/organization/expected", "Expected devices", "enrolled missing", PortalPage::isOrganization),
    IMPORTS("/organization/imports", "Provisioning", "imports upload csv drafts", PortalPage::isOrganization),
    MODELS("/organization/models", "Data models", "telemetry keys units", PortalPage::isOrganization),
    ORGANIZATION_ATTEMPTS("/organization/attempts", "Attempts", "refused proofs", PortalPage::isOrganization),
    APPROVALS("/organization/approvals", "Approvals", "approve reject waiting", PortalPage::isOrganization),
    NOTICES("/organization/notices", "Notices", "revoked suspended messages", PortalPage::isOrganization),
    ORGANIZATION_LOG("/organization/log", "Log", "transparency", PortalPage::isOrganization),
    SETTINGS("/organization/settings", "Settings", "policy quotas", PortalPage::isOrganization),
    MANUFACTURER_OVERVIEW("/manufacturer/overview", "Overview", "home start dashboard", PortalPage::isManufacturer),
    CERTIFICATES("/manufacturer/certificates", "Certificates", "keys proofs", PortalPage::isManufacturer),
    IDENTIFIERS("/manufacturer/identifiers", "Identifiers", "release imei mac", PortalPage::isManufacturer),
    MANUFACTURER_ATTEMPTS("/manufacturer/attempts", "Attempts", "refused proofs", PortalPage::isManufacturer),
    MANUFACTURER_LOG("/manufacturer/log", "Log", "transparency", PortalPage::isManufacturer),
    MANUFACTURER("/manufacturer/profile", "Manufacturer", "allow list settings", PortalPage::isManufacturer),
    PLATFORM_OVERVIEW("/administration/overview", "Overview", "home start dashboard", PortalPage::isAdministrator),
    ORGANIZATIONS("/administration/organizations", "Organizations", "tenants customers", PortalPage::isAdministrator),
    MANUFACTURERS("/administration/manufacturers", "Manufacturers", "tenants", PortalPage::isAdministrator),
    USERS("/administration/users", "Users", "people invite", PortalPage::isAdministrator),
    PLATFORM_LOG("/operation/log", "Log", "transparency", PortalPage::isPlatform),
    HEALTH("/operation/health", "Health", "database versions", PortalPage::isPlatform),
    PROFILE("/account/profile", "Profile and sessions", "account logins", caller -> true),
    TOKENS("/account/tokens", "API tokens", "account scripts", caller -> true);

    private final String path;
    private final String title;
    private final String words;
    private final Predicate<Caller> access;

    /** @param words what else the page could be called, in lower case */
    PortalPage(String path, String title, String words, Predicate<Caller> access) {
        this.path = path;
        this.title = title;
        this.words = words;
        this.access = access;
    }

    /** The pages of a user whose name, or another word for it, has each of the words; all pages if there is no word. */
    static List<FoundItem> find(Caller caller, String text) {
        List<String> asked = List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
        return Stream.of(values())
                .filter(page -> page.access.test(caller) && asked.stream().allMatch(page::has))
                .map(page -> new FoundItem("Pages", page.title, "", page.path()))
                .toList();
    }

    String path() {
        return path + ".xhtml";
    }

    private boolean has(String word) {
        return (title.toLowerCase(Locale.ROOT) + " " + words).contains(word);
    }

    private static boolean isOrganization(Caller caller) {
        return caller.role().scope() == Role.Scope.ORGANIZATION;
    }

    private static boolean isManufacturer(Caller caller) {
        return caller.role().scope() == Role.Scope.MANUFACTURER;
    }

    private static boolean isPlatform(Caller caller) {
        return caller.role().scope() == Role.Scope.PLATFORM;
    }

    private static boolean isAdministrator(Caller caller) {
        return caller.role() == Role.ADMINISTRATOR;
    }
}
