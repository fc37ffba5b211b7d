package dev.muster.ejb.fleet;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCsv;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Finds devices of an organization, for a page or for a file. */
@Stateless
public class DeviceSearchService {

    /** A page shows no more devices of a list, and counts no further: nobody pages that far. */
    public static final int MAX_COUNTED = 10_000;

    /** How many devices of a file are in memory at once. */
    private static final int PART = 2_000;

    @Inject
    private DeviceSearchRepository devices;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private DeviceGroups groups;

    @Inject
    private DatabaseTime time;

    /** The devices that match. */
    public Page<Device> find(
            Caller caller, UUID organizationId, DeviceFilter filter, DeviceOrder order, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return devices.find(organizationId, filter, order, request);
    }

    /**
     * The devices that match, with where they come from, for a person. Total and pages end at {@value #MAX_COUNTED}.
     *
     * @throws ProblemException {@code validation-failed} if the page is beyond that
     */
    public Page<ListedDevice> list(
            Caller caller, UUID organizationId, DeviceFilter filter, DeviceOrder order, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        if (request.offset() >= MAX_COUNTED) {
            throw ProblemException.invalid("The list ends after " + MAX_COUNTED + " devices; narrow the search.");
        }
        Page<Device> page = devices.list(organizationId, filter, order, request);
        Map<Long, DeviceSource> sources = devices.sources(
                organizationId, page.items().stream().map(Device::enrollmentId).toList());
        return page.map(device -> new ListedDevice(device, Objects.requireNonNull(sources.get(device.enrollmentId()))));
    }

    /**
     * The name of the manufacturer's certificate that proved devices of the organization.
     *
     * @throws ProblemException {@code not-found} if it proved none of them
     */
    public String ofCertificate(Caller caller, UUID organizationId, UUID certificateId) {
        caller.requireOrganizationReader(organizationId);
        if (!devices.isProvedBy(organizationId, certificateId)) {
            throw ProblemException.notFound();
        }
        // The certificate is the manufacturer's, whose rows the organization does not see
        return Objects.requireNonNull(CurrentScope.ofPlatform(
                        () -> certificates.byId(Set.of(certificateId)).get(certificateId)))
                .name();
    }

    /** The names of the applications that a search can ask for, by id. */
    public Map<UUID, String> applications(Caller caller, UUID organizationId) {
        caller.requireOrganizationReader(organizationId);
        return groups.names(organizationId);
    }

    /** All devices that match now, for an act that goes through them part by part. */
    public FoundDevices count(Caller caller, UUID organizationId, DeviceFilter filter) {
        caller.requireOrganizationReader(organizationId);
        DevicePosition start = new DevicePosition(time.now(), null);
        return new FoundDevices(devices.count(organizationId, filter, start), start);
    }

    /**
     * Writes the devices that match as CSV, newest first. The use of memory does not grow with their number.
     *
     * @param target is flushed only at the end and is not closed
     * @throws ProblemException {@code not-found} if the organization is not the caller's; nothing is written then
     */
    public void write(Caller caller, UUID organizationId, DeviceFilter filter, OutputStream target) throws IOException {
        caller.requireOrganizationReader(organizationId);
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        write(organizationId, filter, new DeviceCsv(writer));
        writer.flush();
    }

    private void write(UUID organizationId, DeviceFilter filter, DeviceCsv file) throws IOException {
        Instant now = time.now();
        List<Device> part = devices.after(organizationId, filter, null, PART);
        while (!part.isEmpty()) {
            for (Device device : part) {
                file.write(device, now);
            }
            part = devices.after(organizationId, filter, DevicePosition.of(part.getLast()), PART);
        }
    }
}
