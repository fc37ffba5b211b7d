package dev.muster.web.finder;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.web.shared.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A page of the portal that a user can go to by its name, and the roles that may open it. */
enum PortalPage {
    ORGANIZATION_OVERVIEW(
            "/organization/overview", "shared.overview", "finder.overviewWords", PortalPage::isOrganization),
    DEVICES("/organization/devices", "shared.devices", "finder.devicesWords", PortalPage::isOrganization),
    APPLICATIONS(
            "/organization/applications", "applications.title", "finder.applicationsWords", PortalPage::isOrganization),
    EXPECTED("/organization/expected", "finder.expected", "finder.expectedWords", PortalPage::isOrganization),
    IMPORTS("/organization/imports", "shared.provisioning", "finder.importsWords", PortalPage::isOrganization),
    MODELS("/organization/models", "shared.dataModels", "finder.modelsWords", PortalPage::isOrganization),
    ORGANIZATION_ATTEMPTS(
            "/organization/attempts", "shared.attempts", "finder.attemptsWords", PortalPage::isOrganization),
    APPROVALS("/organization/approvals", "shared.approvals", "finder.approvalsWords", PortalPage::isOrganization),
    NOTICES("/organization/notices", "shared.notices", "finder.noticesWords", PortalPage::isOrganization),
    ORGANIZATION_LOG("/organization/log", "shared.log", "finder.logWords", PortalPage::isOrganization),
    SETTINGS("/organization/settings", "shared.settings", "finder.settingsWords", PortalPage::isOrganization),
    MANUFACTURER_OVERVIEW(
            "/manufacturer/overview", "shared.overview", "finder.overviewWords", PortalPage::isManufacturer),
    CERTIFICATES(
            "/manufacturer/certificates",
            "shared.certificates",
            "finder.certificatesWords",
            PortalPage::isManufacturer),
    IDENTIFIERS(
            "/manufacturer/identifiers", "shared.identifiers", "finder.identifiersWords", PortalPage::isManufacturer),
    MANUFACTURER_ATTEMPTS(
            "/manufacturer/attempts", "shared.attempts", "finder.attemptsWords", PortalPage::isManufacturer),
    MANUFACTURER_LOG("/manufacturer/log", "shared.log", "finder.logWords", PortalPage::isManufacturer),
    MANUFACTURER(
            "/manufacturer/profile", "shared.manufacturer", "finder.manufacturerWords", PortalPage::isManufacturer),
    PLATFORM_OVERVIEW(
            "/administration/overview", "shared.overview", "finder.overviewWords", PortalPage::isAdministrator),
    ORGANIZATIONS(
            "/administration/organizations",
            "shared.organizations",
            "finder.organizationsWords",
            PortalPage::isAdministrator),
    MANUFACTURERS(
            "/administration/manufacturers",
            "shared.manufacturers",
            "finder.manufacturersWords",
            PortalPage::isAdministrator),
    USERS("/administration/users", "shared.users", "finder.usersWords", PortalPage::isAdministrator),
    PLATFORM_LOG("/operation/log", "shared.log", "finder.logWords", PortalPage::isPlatform),
    HEALTH("/operation/health", "shared.health", "finder.healthWords", PortalPage::isPlatform),
    PROFILE("/account/profile", "shared.profile", "finder.profileWords", caller -> true),
    TOKENS("/account/tokens", "shared.apiTokens", "finder.tokensWords", caller -> true);

    private final String path;
    private final String title;
    private final String words;
    private final Predicate<Caller> access;

    /**
     * @param title name of the text with its title
     * @param words name of the text with what else it could be called, in lower case
     */
    PortalPage(String path, String title, String words, Predicate<Caller> access) {
        this.path = path;
        this.title = title;
        this.words = words;
        this.access = access;
    }

    /** The pages of a user whose name, or another word for it, has each of the words; all pages if there is no word. */
    static List<FoundItem> find(Texts texts, Caller caller, String text) {
        List<String> asked = List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
        return Stream.of(values())
                .filter(page -> page.access.test(caller) && page.hasAll(texts, asked))
                .map(page -> new FoundItem(texts.of("finder.pages"), texts.of(page.title), "", page.path()))
                .toList();
    }

    String path() {
        return path + ".xhtml";
    }

    private boolean hasAll(Texts texts, List<String> asked) {
        String all = texts.of(title).toLowerCase(Locale.ROOT) + " " + texts.of(words);
        return asked.stream().allMatch(all::contains);
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
