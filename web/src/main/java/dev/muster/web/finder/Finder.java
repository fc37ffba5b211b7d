package dev.muster.web.finder;

import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.account.UserService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.ejb.trust.CertificateFilter;
import dev.muster.ejb.trust.revocation.CertificateUseService;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Searches everything that a user may see: pages, devices, imports, certificates, tenants and users. It only asks the services of the
 * lists, and each of them checks the user's rights.
 */
@ApplicationScoped
public class Finder {

    /** The longest text that is looked for, in characters. */
    static final int MAX_LENGTH = 128;

    /** Of each kind; who needs more opens the list. */
    private static final PageRequest FEW = new PageRequest(0, 6);

    @Inject
    private DeviceSearchService devices;

    @Inject
    private ImportService imports;

    @Inject
    private CertificateUseService certificates;

    @Inject
    private OrganizationService organizations;

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private UserService users;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    /** What matches, grouped by kind. A blank text finds all pages and nothing else. */
    List<FoundItem> find(Caller caller, String text) {
        Stream<FoundItem> pages = PortalPage.find(texts, caller, text).stream();
        return Stream.concat(pages, text.isEmpty() ? Stream.empty() : things(caller, text))
                .toList();
    }

    private Stream<FoundItem> things(Caller caller, String text) {
        return switch (caller.role()) {
            case ORGANIZATION_MANAGER, ORGANIZATION_VIEWER ->
                Stream.concat(devices(caller, text), imports(caller, text));
            case MANUFACTURER_MANAGER, MANUFACTURER_VIEWER -> certificates(caller, text);
            case ADMINISTRATOR ->
                Stream.of(organizations(caller, text), manufacturers(caller, text), users(caller, text))
                        .flatMap(found -> found);
            case OPERATOR -> Stream.empty();
        };
    }

    private Stream<FoundItem> devices(Caller caller, String text) {
        return devices
                .list(caller, caller.tenantId(), DeviceFilter.of(text), DeviceOrder.NEWEST_FIRST, FEW)
                .items()
                .stream()
                .map(one -> new FoundItem(
                        texts.of("finder.devices"),
                        one.device().name(),
                        one.device().uniqueIdentifier(),
                        at("/organization/device", one.device().id())));
    }

    private Stream<FoundItem> imports(Caller caller, String text) {
        Set<ImportStatus> all = EnumSet.allOf(ImportStatus.class);
        return imports.list(caller, caller.tenantId(), text, all, FEW).items().stream()
                .map(one -> new FoundItem(
                        texts.of("finder.imports"),
                        one.fileName(),
                        texts.of(
                                "finder.importDetail", texts.word(one.status()), display.momentMinute(one.createdAt())),
                        at("/organization/import", one.id())));
    }

    private Stream<FoundItem> certificates(Caller caller, String text) {
        CertificateFilter filter = new CertificateFilter(Set.of(), text);
        return certificates.list(caller, caller.tenantId(), filter, FEW).items().stream()
                .map(one -> new FoundItem(
                        texts.of("finder.certificates"),
                        one.certificate().name(),
                        one.certificate().accessKey(),
                        at("/manufacturer/certificate", one.certificate().id())));
    }

    private Stream<FoundItem> organizations(Caller caller, String text) {
        return organizations.list(caller, text, null, FEW).items().stream()
                .map(one -> new FoundItem(
                        texts.of("finder.organizations"),
                        one.name(),
                        texts.word(one.status()),
                        at("/administration/organization", one.id())));
    }

    private Stream<FoundItem> manufacturers(Caller caller, String text) {
        return manufacturers.search(caller, text, FEW).items().stream()
                .map(one -> new FoundItem(
                        texts.of("finder.manufacturers"),
                        one.name(),
                        "",
                        at("/administration/manufacturer", one.id())));
    }

    private Stream<FoundItem> users(Caller caller, String text) {
        return users.list(caller, text, FEW).items().stream()
                .map(one -> new FoundItem(
                        texts.of("finder.users"),
                        one.user().username(),
                        display.orNothing(one.user().displayName()),
                        at("/administration/user", one.user().id())));
    }

    private static String at(String page, UUID id) {
        return page + ".xhtml?id=" + id;
    }
}
