package dev.muster.it.container;

import dev.muster.domain.applications.ApplicationDescription;
import dev.muster.domain.applications.DeviceRule;
import dev.muster.domain.command.CommandContent;
import dev.muster.domain.command.NewCommand;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.ModelChange;
import dev.muster.domain.device.ModelDescription;
import dev.muster.domain.device.UnknownKeys;
import dev.muster.domain.enrollment.CommitScope;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.allowlist.ReleaseReason;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.provisioning.ApprovalState;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.domain.trust.CertificateChange;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.ejb.applications.ApplicationService;
import dev.muster.ejb.applications.DashboardService;
import dev.muster.ejb.command.CommandService;
import dev.muster.ejb.device.DeviceModelService;
import dev.muster.ejb.device.DeviceService;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.CountedImportService;
import dev.muster.ejb.enrollment.DraftChangeService;
import dev.muster.ejb.enrollment.DraftService;
import dev.muster.ejb.enrollment.EnrollmentService;
import dev.muster.ejb.enrollment.FaultService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.enrollment.InvalidRowService;
import dev.muster.ejb.enrollment.ReportService;
import dev.muster.ejb.enrollment.UploadService;
import dev.muster.ejb.enrollment.allowlist.AllowListService;
import dev.muster.ejb.enrollment.batch.ImportSource;
import dev.muster.ejb.enrollment.draft.RowAddress;
import dev.muster.ejb.enrollment.row.RowQuery;
import dev.muster.ejb.fleet.CredentialService;
import dev.muster.ejb.fleet.DevicePosition;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.ejb.fleet.FunnelService;
import dev.muster.ejb.fleet.GatewayService;
import dev.muster.ejb.fleet.ReleaseService;
import dev.muster.ejb.fleet.SnippetService;
import dev.muster.ejb.fleet.act.FleetAct;
import dev.muster.ejb.fleet.act.FleetActService;
import dev.muster.ejb.fleet.act.FleetRotationService;
import dev.muster.ejb.fleet.story.DeviceStoryService;
import dev.muster.ejb.manufacturer.ManufacturerChange;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.ejb.notice.NoticeService;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.ejb.overview.OverviewService;
import dev.muster.ejb.provisioning.ReprovisioningService;
import dev.muster.ejb.provisioning.approval.ApprovalService;
import dev.muster.ejb.provisioning.approval.Decision;
import dev.muster.ejb.provisioning.attempt.AttemptService;
import dev.muster.ejb.provisioning.credential.DeviceCertificateService;
import dev.muster.ejb.telemetry.SeriesSpan;
import dev.muster.ejb.telemetry.TelemetryExportService;
import dev.muster.ejb.telemetry.TelemetryRange;
import dev.muster.ejb.telemetry.TelemetryService;
import dev.muster.ejb.telemetry.TelemetrySpan;
import dev.muster.ejb.transparency.LogExportService;
import dev.muster.ejb.transparency.LogService;
import dev.muster.ejb.trust.CertificateFilter;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.ejb.trust.revocation.CertificateUseService;
import dev.muster.ejb.trust.revocation.RevocationService;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Every public method of a service that takes a caller and a tenant, found by reflection so that none is forgotten. */
record ServiceCalls(TwoTenants tenants) {

    private static final List<Class<?>> SERVICES = List.of(
            AllowListService.class,
            ApplicationService.class,
            ApprovalService.class,
            AttemptService.class,
            CertificateService.class,
            CertificateUseService.class,
            CommandService.class,
            CommitService.class,
            CountedImportService.class,
            CredentialService.class,
            DashboardService.class,
            DeviceSearchService.class,
            DeviceCertificateService.class,
            DeviceModelService.class,
            DeviceService.class,
            DeviceStoryService.class,
            DraftChangeService.class,
            DraftService.class,
            EnrollmentService.class,
            FaultService.class,
            FleetActService.class,
            FleetRotationService.class,
            FunnelService.class,
            GatewayService.class,
            ImportService.class,
            InvalidRowService.class,
            LogExportService.class,
            LogService.class,
            ManufacturerService.class,
            NoticeService.class,
            OrganizationService.class,
            OverviewService.class,
            ReleaseService.class,
            ReportService.class,
            ReprovisioningService.class,
            RevocationService.class,
            SnippetService.class,
            TelemetryExportService.class,
            TelemetryService.class,
            UploadService.class);

    /** One call. */
    interface Call {
        void by(Caller caller) throws Throwable;
    }

    /** By name, as {@code ImportService.get}. */
    Map<String, Call> all() {
        Map<String, Call> calls = new TreeMap<>();
        for (Class<?> service : SERVICES) {
            Stream.of(service.getDeclaredMethods())
                    .filter(ServiceCalls::takesCallerAndTenant)
                    .forEach(method -> calls.put(nameOf(method), caller -> invoke(service, method, caller)));
        }
        return calls;
    }

    /** Those that change nothing and whose objects exist. */
    Map<String, Call> readsOfWhatExists() {
        Map<String, Call> calls = all();
        calls.keySet()
                .removeIf(name -> !name.matches(
                                ".*\\.(find|get|list|names|stuck|refusal|rows|impact|invalidPages|nextInvalid|rest|write"
                                        + "|warning|limits|quotas|nearQuotas|of[A-Z].*|isBrokerOutside)")
                        || name.matches(
                                "Device(Story)?Service.get|ApplicationService.get|DeviceSearchService.ofCertificate|DeviceCertificateService.list"
                                        + "|CommandService.list|TelemetryExportService.write"));
        return calls;
    }

    /** All that are not known to read: a new method has to refuse a viewer, or to be named here. */
    Map<String, Call> writes() {
        Map<String, Call> calls = all();
        calls.keySet()
                .removeIf(
                        name -> name.matches(
                                ".*\\.(find|get|list|listExpiring|names|stuck|refusal|rows|impact|invalidPages|nextInvalid|rest|write"
                                        + "|warning|limits|quotas|nearQuotas|of[A-Z].*|count|expected|chainPem|rotatable|standing|gatewayOf|peripherals|latest|history|series|unread|offers|applications|matching|show|keys|session|isBrokerOutside)"));
        return calls;
    }

    private static boolean takesCallerAndTenant(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return Modifier.isPublic(method.getModifiers())
                && types.length > 1
                && types[0] == Caller.class
                && (types[1] == UUID.class || types[1] == RowAddress.class);
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private void invoke(Class<?> service, Method method, Caller caller) throws Throwable {
        Object[] arguments = Stream.of(method.getParameters())
                .map(parameter -> argument(service, parameter, caller))
                .toArray();
        try {
            method.invoke(TwoTenants.service(service), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object argument(Class<?> service, Parameter parameter, Caller caller) {
        if (parameter.getType() == Caller.class) {
            return caller;
        }
        return parameter.getType() == UUID.class ? id(service, parameter.getName()) : value(parameter.getType());
    }

    private UUID id(Class<?> service, String name) {
        return switch (name) {
            case "organizationId" -> tenants.organizationId();
            case "manufacturerId" -> tenants.manufacturerId();
            case "importId" -> tenants.importId();
            case "certificateId" -> tenants.certificateId();
            case "modelId" -> tenants.modelId();
            case "id" -> service == OrganizationService.class ? tenants.organizationId() : tenants.manufacturerId();
            default -> UUID.randomUUID();
        };
    }

    private Object value(Class<?> type) {
        Object value = type.isPrimitive() || type == String.class ? plain(type) : shared(type);
        value = value == null ? enrollment(type) : value;
        value = value == null ? provisioning(type) : value;
        return value == null ? manufacturer(type) : value;
    }

    private static Object manufacturer(Class<?> type) {
        return Map.of(
                        NewCommand.class,
                        new NewCommand(CommandContent.read("{}"), null, null),
                        ManufacturerChange.class,
                        ManufacturerChange.of(EnrollmentPolicy.OPEN),
                        OrganizationChange.class,
                        OrganizationChange.rename("it"),
                        ReleaseReason.class,
                        new ReleaseReason("it"))
                .get(type);
    }

    private static Object provisioning(Class<?> type) {
        return Map.of(
                        DeviceFilter.class,
                        DeviceFilter.ALL,
                        DeviceOrder.class,
                        DeviceOrder.NEWEST_FIRST,
                        DevicePosition.class,
                        new DevicePosition(Instant.EPOCH, null),
                        FleetAct.class,
                        new FleetAct(FleetAct.Kind.SUSPEND, null),
                        FunnelStep.class,
                        FunnelStep.ATTEMPTED,
                        ReprovisioningPolicy.class,
                        ReprovisioningPolicy.NEVER,
                        ApprovalState.class,
                        ApprovalState.PENDING,
                        Decision.class,
                        Decision.APPROVE)
                .get(type);
    }

    private static Object plain(Class<?> type) {
        return Map.of(boolean.class, false, int.class, 10, long.class, 1L, String.class, "")
                .get(type);
    }

    private static Object shared(Class<?> type) {
        Object value = Map.of(
                        PageRequest.class,
                        new PageRequest(0, 10),
                        AttemptFilter.class,
                        AttemptFilter.ALL,
                        LogFilter.class,
                        LogFilter.ALL,
                        TelemetrySpan.class,
                        new TelemetrySpan(0, 1, null, 1, null),
                        Map.class,
                        Map.of(),
                        Collection.class,
                        List.of(1),
                        OptionalInt.class,
                        OptionalInt.empty(),
                        OutputStream.class,
                        OutputStream.nullOutputStream())
                .get(type);
        value = value == null ? telemetry(type) : value;
        return value == null ? certificate(type) : value;
    }

    private static Object telemetry(Class<?> type) {
        return Map.of(
                        ModelDescription.class,
                        new ModelDescription(new TenantName("it"), List.of(), UnknownKeys.KEEP, Set.of()),
                        ModelChange.class,
                        new ModelChange(null, null, UnknownKeys.REFUSE, null),
                        ApplicationDescription.class,
                        new ApplicationDescription(new TenantName("it"), "", null),
                        DeviceRule.class,
                        new DeviceRule(DeviceFilter.of("it")),
                        List.class,
                        List.of(),
                        SeriesSpan.class,
                        new SeriesSpan("a", 0, 1, 1),
                        TelemetryRange.class,
                        new TelemetryRange(0, 1, null))
                .get(type);
    }

    private static Object certificate(Class<?> type) {
        return Map.of(
                        CertificateRequest.class,
                        CertificateRequest.proof(new TenantName("x"), KeyAlgorithm.EC_P256, 1),
                        CertificateChange.class,
                        CertificateChange.maxDevices(1),
                        CertificateFilter.class,
                        CertificateFilter.ALL,
                        RevocationReason.class,
                        RevocationReason.UNSPECIFIED,
                        Instant.class,
                        Instant.now().plusSeconds(60))
                .get(type);
    }

    private Object enrollment(Class<?> type) {
        return Map.of(
                        RowAddress.class,
                        new RowAddress(tenants.organizationId(), tenants.importId(), 1),
                        RowQuery.class,
                        RowQuery.inFileOrder(new PageRequest(0, 10), false),
                        DraftChange.class,
                        new DraftChange.RepairAll(Column.DEVICE_TYPE, CellFault.UNKNOWN_TYPE, RepairKind.MEANT_TYPE),
                        CommitScope.class,
                        CommitScope.ALL_ROWS,
                        FaultKind.class,
                        new FaultKind(Column.DEVICE_TYPE, CellFault.UNKNOWN_TYPE),
                        Set.class,
                        Set.of(ImportStatus.DRAFT),
                        ImportSource.class,
                        new ImportSource(
                                tenants.manufacturerId(), "x.csv", 0, Map.of(), 0, InputStream.nullInputStream()))
                .get(type);
    }
}
