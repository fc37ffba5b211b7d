package dev.muster.ejb.device;

import dev.muster.domain.device.CredentialHistory;
import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.tally.FleetTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityNotFoundException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Devices, by their ids, access keys and certificates. */
@ApplicationScoped
public class DeviceRepository {

    private static final String CREDENTIAL = """
            select d.id, d.modelId, d.credential, d.firstUsedAt, d.lastUsedAt, d.suspendedAt, d.invalidatedAt, instant,
              o.id, o.suspendedAt
            from Device d join d.organization o where d.credential.accessKey = :key""";

    @Inject
    private Store store;

    @Inject
    private FleetTally tally;

    /** @throws ProblemException {@code not-found} */
    public Device get(UUID organizationId, UUID id) {
        return store.find(Device.class, id)
                .filter(device -> device.organization().id().equals(organizationId))
                .orElseThrow(ProblemException::notFound);
    }

    /** Locks the device and reads it again; empty if it was deleted meanwhile. */
    public Optional<Device> lock(UUID id) {
        return store.lockAlone(Device.class, id);
    }

    /** The devices with these ids that belong to the organization. */
    public List<Device> named(UUID organizationId, Collection<UUID> ids) {
        return store.entityManager()
                .createQuery(
                        "select d from Device d where d.organization.id = :organization and d.id in :ids", Device.class)
                .setParameter("organization", organizationId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** @param accessKey as the device sent it; a text that cannot be an access key never reaches the database */
    Optional<HeldCredential> credential(String accessKey) {
        return Secrets.isAccessKey(accessKey)
                ? store.first(Object[].class, CREDENTIAL, Map.of("key", accessKey))
                        .map(DeviceRepository::credential)
                : Optional.empty();
    }

    /** Those of these devices whose credentials count now, by the devices' ids, each with its last noted session. */
    Map<UUID, CountingDevice> counting(Collection<UUID> ids) {
        return store.entityManager()
                .createQuery("""
                        select d.id, d.credential.accessKey, s.connectionId, s.since, instant
                        from Device d join d.organization o left join DeviceSession s on s.deviceId = d.id
                        where d.id in :ids and d.suspendedAt is null and o.suspendedAt is null
                          and (d.invalidatedAt is null or d.invalidatedAt > instant)""", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new CountingDevice((String) row[1], (UUID) row[2], (Instant) row[3], (Instant) row[4])));
    }

    private static HeldCredential credential(Object[] row) {
        DeviceCredential credential = (DeviceCredential) row[2];
        return new HeldCredential(
                new AuthenticatedDevice(
                        (UUID) row[0], (UUID) row[8], credential.accessKey(), (UUID) row[1], (Instant) row[7]),
                credential,
                new CredentialHistory((Instant) row[3], (Instant) row[4], (Instant) row[5], (Instant) row[6]),
                row[9] != null);
    }

    /** A device of any organization, with the database's time. */
    public Optional<FoundDevice> byId(UUID id) {
        return store.first(
                        Object[].class,
                        "select d, instant from Device d join fetch d.organization where d.id = :id",
                        Map.of("id", id))
                .map(row -> new FoundDevice((Device) row[0], (Instant) row[1]));
    }

    /**
     * A device of any organization that has a certificate, with the database's time: from Muster, or from its factory.
     */
    public Optional<FoundDevice> certified(UUID id) {
        return store.first(
                        Object[].class,
                        "select d, instant from Device d join fetch d.organization where d.id = :id"
                                + " and (d.credential.accessTokenHash is null or exists (select 1"
                                + " from ManufacturerCertificate c where c.id = d.certificateId and c.purpose = DEVICE_CA))",
                        Map.of("id", id))
                .map(row -> new FoundDevice((Device) row[0], (Instant) row[1]));
    }

    /**
     * Like {@link #markUsed(UUID, String, Instant)}, and reads the device again, which the statement does not change.
     */
    public void markUsed(Device device, Instant now) {
        markUsed(device.id(), device.credential().accessKey(), now);
        store.entityManager().refresh(device);
    }

    /**
     * Notes a use of the credentials, and the first use if this is the first. It is a statement of its own, because
     * writing the whole device could restore credentials that a proof has just replaced.
     */
    void markUsed(UUID id, String accessKey, Instant now) {
        store.entityManager()
                .createQuery("""
                        update Device d set d.firstUsedAt = coalesce(d.firstUsedAt, :now), d.lastUsedAt = :now,
                          d.seenOn = :today
                        where d.id = :id and d.credential.accessKey = :key""")
                .setParameter("now", now)
                .setParameter("today", now.atOffset(ZoneOffset.UTC).toLocalDate())
                .setParameter("id", id)
                .setParameter("key", accessKey)
                .executeUpdate();
    }

    /** Reads the device again, so that changes by statements are seen; empty if it was deleted meanwhile. */
    Optional<Device> current(UUID id) {
        Optional<Device> device = store.find(Device.class, id);
        try {
            device.ifPresent(store.entityManager()::refresh);
            return device;
        } catch (EntityNotFoundException gone) {
            return Optional.empty();
        }
    }

    public void remove(Device device) {
        tally.leaves(device.id());
        store.entityManager().remove(device);
    }

    /**
     * How many devices each of these certificates has proved, and when it last proved one. Unused certificates are left
     * out.
     */
    public Map<UUID, CertificateUse> useOf(Collection<UUID> certificateIds) {
        return store.entityManager()
                .createQuery("""
                        select d.certificateId, count(d), max(d.rotatedAt) from Device d
                        where d.certificateId in :certificates group by d.certificateId""", Object[].class)
                .setParameter("certificates", certificateIds)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> new CertificateUse((Long) row[1], (Instant) row[2])));
    }

    /**
     * Counts the devices that the certificate proved and that are valid now.
     *
     * @param since devices that were heard after this time are active
     */
    public CertificateReach reachOf(UUID certificateId, Instant since, Instant now) {
        Object[] counts = store.entityManager()
                .createQuery("""
                        select count(d), count(distinct d.organization.id),
                          count(case when d.lastUsedAt > :since then 1 end)
                        from Device d
                        where d.certificateId = :certificate and (d.invalidatedAt is null or d.invalidatedAt > :now)""", Object[].class)
                .setParameter("certificate", certificateId)
                .setParameter("since", since)
                .setParameter("now", now)
                .getSingleResult();
        return new CertificateReach((Long) counts[0], (Long) counts[1], (Long) counts[2]);
    }

    /**
     * Sets the time from which the devices that the certificate proved are invalid. Devices that are invalid stay so.
     *
     * @param at {@code null} if no end is planned any more
     */
    public int endByCertificate(UUID certificateId, @Nullable Instant at, Instant now) {
        return store.entityManager()
                .createQuery("""
                        update Device d set d.invalidatedAt = :at
                        where d.certificateId = :certificate and (d.invalidatedAt is null or d.invalidatedAt > :now)""")
                .setParameter("at", at)
                .setParameter("certificate", certificateId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
