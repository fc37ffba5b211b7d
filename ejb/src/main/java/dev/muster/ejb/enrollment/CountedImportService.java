package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.tally.ImportNumbers;
import dev.muster.ejb.tally.NumberRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Imports and how many of their devices have joined. It reads numbers that are counted in advance. */
@Stateless
public class CountedImportService {

    @Inject
    private ImportService imports;

    @Inject
    private NumberRepository numbers;

    /** The organization's imports, newest first. */
    public Page<CountedImport> list(Caller caller, UUID organizationId, PageRequest request) {
        Page<DeviceImport> page =
                imports.list(caller, organizationId, null, EnumSet.allOf(ImportStatus.class), request);
        Map<UUID, ImportNumbers> counted = numbers.ofImports(
                organizationId, page.items().stream().map(DeviceImport::id).toList());
        return page.map(one -> counted(one, counted));
    }

    /** @throws ProblemException {@code not-found} */
    public CountedImport get(Caller caller, UUID organizationId, UUID importId) {
        DeviceImport deviceImport = imports.get(caller, organizationId, importId);
        return counted(deviceImport, numbers.ofImports(organizationId, List.of(importId)));
    }

    private static CountedImport counted(DeviceImport one, Map<UUID, ImportNumbers> numbers) {
        return new CountedImport(one, numbers.getOrDefault(one.id(), ImportNumbers.NONE));
    }
}
