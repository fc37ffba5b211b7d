package dev.muster.web.fleet;

import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.fleet.DeviceSearchService;
import dev.muster.web.device.ModelOptions;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The filters of the list of devices that are in force, in the order of its address. */
@Named
@RequestScoped
public class FilterChips {

    @Inject
    private DevicesView view;

    @Inject
    private DeviceSearchService devices;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ModelOptions models;

    @Inject
    private ApplicationOptions applications;

    @Inject
    private Texts texts;

    public List<FilterChip> getList() {
        return DeviceSearchLink.parameters(view.getSearch().filter()).keySet().stream()
                .map(this::chip)
                .toList();
    }

    private FilterChip chip(String parameter) {
        DeviceFilter filter = view.getSearch().filter();
        return switch (parameter) {
            case DeviceSearchLink.SEARCH -> new FilterChip(parameter, texts.of("fleet.contains"), filter.text());
            case DeviceSearchLink.STATE ->
                new FilterChip(parameter, texts.of("fleet.state"), texts.word(filter.state()));
            case DeviceSearchLink.STATUS ->
                new FilterChip(parameter, texts.of("fleet.status"), texts.word(filter.status()));
            case DeviceSearchLink.CREDENTIAL_STATUS ->
                new FilterChip(parameter, texts.of("fleet.credentials"), texts.word(filter.credentialStatus()));
            case DeviceSearchLink.TYPE -> new FilterChip(parameter, texts.of("fleet.type"), texts.word(filter.type()));
            case DeviceSearchLink.MANUFACTURER ->
                new FilterChip(parameter, texts.of("fleet.manufacturer"), manufacturer(filter.manufacturerId()));
            case DeviceSearchLink.IMPORT ->
                new FilterChip(parameter, texts.of("fleet.import"), file(filter.importId()));
            case DeviceSearchLink.CERTIFICATE ->
                new FilterChip(parameter, texts.of("fleet.certificate"), certificate(filter.certificateId()));
            case DeviceSearchLink.APPLICATION ->
                new FilterChip(parameter, texts.of("applications.application"), application(filter.applicationId()));
            case DeviceSearchLink.MODEL ->
                new FilterChip(parameter, texts.of("fleet.dataModel"), model(filter.modelId()));
            default -> throw new IllegalArgumentException(parameter.toUpperCase(Locale.ROOT));
        };
    }

    private String manufacturer(UUID id) {
        return first(view.getManufacturers().stream()
                .filter(one -> one.id().equals(id))
                .map(Manufacturer::name));
    }

    private String file(UUID id) {
        return first(
                view.getImports().stream().filter(one -> one.id().equals(id)).map(DeviceImport::fileName));
    }

    private String certificate(UUID id) {
        try {
            return devices.ofCertificate(caller.get(), caller.tenantId(), id);
        } catch (ProblemException provedNone) {
            return other();
        }
    }

    private String model(UUID id) {
        return first(Stream.of(id).map(models::name).filter(Objects::nonNull));
    }

    private String application(UUID id) {
        return first(Stream.of(id).map(applications::name).filter(Objects::nonNull));
    }

    private String first(Stream<String> names) {
        return names.findFirst().orElseGet(this::other);
    }

    /** If it is not among those that the list offers to choose. */
    private String other() {
        return texts.of("fleet.anotherOne");
    }
}
