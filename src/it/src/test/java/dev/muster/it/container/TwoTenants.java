package dev.muster.it.container;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.device.ModelDescription;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.ejb.account.NewUser;
import dev.muster.ejb.account.Place;
import dev.muster.ejb.account.UserService;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.enrollment.UploadService;
import dev.muster.ejb.enrollment.batch.ImportSource;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.ejb.trust.CertificateService;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.naming.InitialContext;

/** An organization with a draft and a manufacturer with a certificate, and somebody who belongs to neither. */
record TwoTenants(
        UUID organizationId,
        UUID manufacturerId,
        UUID importId,
        UUID certificateId,
        UUID modelId,
        Caller organizationManager,
        Caller manufacturerManager,
        Caller organizationViewer,
        Caller manufacturerViewer,
        Caller operator,
        Caller stranger) {

    private static final String PASSWORD = "only-for-this-one-test";

    static TwoTenants create() throws Exception {
        Caller admin = new Caller(UUID.randomUUID(), "admin", Role.ADMINISTRATOR, null);
        UUID organization = newOrganization(admin);
        UUID manufacturer = service(ManufacturerService.class)
                .create(admin, unique(), IdentifierRules.of(IdentifierScheme.ANY), EnrollmentPolicy.OPEN, null)
                .id();
        Caller importer = user(admin, Role.ORGANIZATION_MANAGER, organization, null);
        Caller maker = user(admin, Role.MANUFACTURER_MANAGER, null, manufacturer);
        byte[] csv = "uniqueIdentifier,deviceName,deviceType\nA1,one,STANDALONE\n".getBytes(StandardCharsets.UTF_8);
        ImportSource source =
                new ImportSource(manufacturer, "it.csv", csv.length, Map.of(), 0, new ByteArrayInputStream(csv));
        CertificateRequest wish = CertificateRequest.proof(new TenantName("it"), KeyAlgorithm.EC_P256, 30);
        return new TwoTenants(
                organization,
                manufacturer,
                service(UploadService.class)
                        .upload(importer, organization, source)
                        .id(),
                service(CertificateService.class)
                        .create(maker, manufacturer, wish)
                        .entry()
                        .id(),
                newModel(importer, organization),
                importer,
                maker,
                user(admin, Role.ORGANIZATION_VIEWER, organization, null),
                user(admin, Role.MANUFACTURER_VIEWER, null, manufacturer),
                user(admin, Role.OPERATOR, null, null),
                user(admin, Role.ORGANIZATION_MANAGER, newOrganization(admin), null));
    }

    /** Whose the services of this call are. */
    Caller ownerFor(String call) {
        return isOfMakers(call) ? manufacturerManager : organizationManager;
    }

    /** Who sees what the services of this call have, and changes nothing of it. */
    Caller viewerFor(String call) {
        return isOfMakers(call) ? manufacturerViewer : organizationViewer;
    }

    private static boolean isOfMakers(String call) {
        return call.matches(
                "(Manufacturer|Certificate|CertificateUse|Revocation|Release|Snippet)Service.*|AllowListService.(list|allow|allowByName|disallow)|(Attempt|Log|LogExport|Overview)Service.ofManufacturer");
    }

    static <T> T service(Class<T> type) throws Exception {
        return type.cast(new InitialContext().lookup("java:app/muster-ejb/" + type.getSimpleName()));
    }

    private static UUID newOrganization(Caller admin) throws Exception {
        return service(OrganizationService.class).create(admin, unique()).id();
    }

    private static UUID newModel(Caller manager, UUID organization) throws Exception {
        ModelDescription description =
                new ModelDescription(new TenantName("it"), List.of(), UnknownKeys.KEEP, Set.of(DeviceType.STANDALONE));
        return service(DeviceModelService.class)
                .create(manager, organization, description)
                .id();
    }

    private static Caller user(Caller admin, Role role, UUID organization, UUID manufacturer) throws Exception {
        return service(UserService.class)
                .create(admin, new NewUser(unique(), null, PASSWORD, new Place(role, organization, manufacturer)))
                .entry()
                .home()
                .membership()
                .asCaller();
    }

    private static String unique() {
        return "it " + UUID.randomUUID();
    }
}
