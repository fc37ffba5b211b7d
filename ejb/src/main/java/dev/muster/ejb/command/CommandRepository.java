package dev.muster.ejb.command;

import dev.muster.domain.command.DeviceCommand;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Commands by their devices. */
@ApplicationScoped
class CommandRepository {

    private static final String QUEUED = "c.deliveredAt is null and c.expiresAt > :now";

    /**
     * The oldest waiting command of each device, if no server has tried it lately. Those that nobody has tried come first:
     * commands of many devices that stay away must not keep others back.
     */
    private static final String UNTRIED = """
            select c.* from device_command c
            where c.delivered_at is null and c.expires_at > :now and (c.tried_at is null or c.tried_at <= :before)
              and c.device_id in (
                select d.id from device d join organization o on o.id = d.organization_id
                where d.suspended_at is null and o.suspended_at is null
                  and (d.invalidated_at is null or d.invalidated_at > :now))
              and not exists (
                select 1 from device_command e
                where e.device_id = c.device_id and e.command_number < c.command_number
                  and e.delivered_at is null and e.expires_at > :now)
            order by c.tried_at nulls first, c.command_number fetch first %d rows only for update skip locked""";

    /** How many rows one transaction deletes. */
    private static final int PART = 10_000;

    @Inject
    private Store store;

    void add(DeviceCommand command) {
        store.entityManager().persist(command);
    }

    /** The commands of a device, the newest first. */
    Page<DeviceCommand> list(UUID deviceId, SearchText search, PageRequest request) {
        return store.page(
                DeviceCommand.class,
                "from DeviceCommand e where e.deviceId = :device" + search.in("e.content"),
                "e.number desc",
                search.with(Map.of("device", deviceId)),
                request);
    }

    /** How many commands wait for each of these devices. Devices without any are left out. */
    Map<UUID, Long> queued(Collection<UUID> deviceIds, Instant now) {
        return store.entityManager()
                .createQuery(
                        "select c.deviceId, count(c) from DeviceCommand c where c.deviceId in :devices and " + QUEUED
                                + " group by c.deviceId",
                        Object[].class)
                .setParameter("devices", deviceIds)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** Those of these devices that have a command of the request; none if it is {@code null}. */
    List<UUID> ofRequest(Collection<UUID> deviceIds, @Nullable UUID requestId) {
        return requestId == null
                ? List.of()
                : store.entityManager()
                        .createQuery(
                                "select c.deviceId from DeviceCommand c"
                                        + " where c.deviceId in :devices and c.requestId = :request",
                                UUID.class)
                        .setParameter("devices", deviceIds)
                        .setParameter("request", requestId)
                        .getResultList();
    }

    /** The highest number of a waiting command of each of these devices. Devices without any are left out. */
    Map<UUID, Long> newest(Collection<UUID> deviceIds, Instant now) {
        return store.entityManager()
                .createQuery(
                        "select c.deviceId, max(c.number) from DeviceCommand c where c.deviceId in :devices and "
                                + QUEUED + " group by c.deviceId",
                        Object[].class)
                .setParameter("devices", deviceIds)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** The commands that wait for the device and were sent after the one with this number, the oldest first. */
    List<DeviceCommand> next(UUID deviceId, long after, int limit, Instant now) {
        return store.entityManager()
                .createQuery(
                        "select c from DeviceCommand c where c.deviceId = :device and c.number > :after and " + QUEUED
                                + " order by c.number",
                        DeviceCommand.class)
                .setParameter("device", deviceId)
                .setParameter("after", after)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Takes commands for sending, so that no other server takes them now. Only of devices whose credentials count.
     *
     * @param before only commands that were not tried since
     */
    List<DeviceCommand> claim(int limit, Instant before, Instant now) {
        List<DeviceCommand> claimed = store.entityManager()
                .unwrap(Session.class)
                .createNativeQuery(UNTRIED.formatted(limit), DeviceCommand.class)
                .setParameter("now", now)
                .setParameter("before", before)
                .getResultList();
        if (!claimed.isEmpty()) {
            store.entityManager()
                    .createNativeQuery("update device_command set tried_at = :now where id in (:ids)")
                    .setParameter("now", now)
                    .setParameter("ids", claimed.stream().map(DeviceCommand::id).toList())
                    .executeUpdate();
        }
        return claimed;
    }

    /** Sets when the waiting commands of a device were tried. */
    void setTried(UUID deviceId, Instant at) {
        store.entityManager()
                .createNativeQuery("update device_command set tried_at = :at"
                        + " where device_id = :device and delivered_at is null and tried_at > :at")
                .setParameter("at", at)
                .setParameter("device", deviceId)
                .executeUpdate();
    }

    /**
     * What may stand for these devices in the names of their topics: the clientId if a certificate can prove them, Muster's
     * or their factory's, and the access key if they have one.
     */
    Map<UUID, List<String>> keys(Collection<UUID> deviceIds) {
        return store.entityManager()
                .createQuery(
                        "select d.id, d.credential, (select count(c) from ManufacturerCertificate c"
                                + " where c.id = d.certificateId and c.purpose = DEVICE_CA) from Device d where d.id in :devices",
                        Object[].class)
                .setParameter("devices", deviceIds)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> keys((UUID) row[0], (DeviceCredential) row[1], (Long) row[2] > 0)));
    }

    private static List<String> keys(UUID deviceId, DeviceCredential credential, boolean isOfFactory) {
        if (credential.isCertificate()) {
            return List.of(deviceId.toString());
        }
        return isOfFactory ? List.of(deviceId.toString(), credential.accessKey()) : List.of(credential.accessKey());
    }

    void markDelivered(UUID deviceId, Collection<UUID> ids, Instant now) {
        store.entityManager()
                .createQuery("update DeviceCommand c set c.deliveredAt = :now"
                        + " where c.deviceId = :device and c.id in :ids and c.deliveredAt is null")
                .setParameter("now", now)
                .setParameter("device", deviceId)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /**
     * Locks a command, so that it is not delivered while it is withdrawn.
     *
     * @throws ProblemException {@code not-found}
     */
    DeviceCommand lock(UUID deviceId, UUID id) {
        DeviceCommand command = store.find(DeviceCommand.class, id)
                .filter(found -> found.deviceId().equals(deviceId))
                .orElseThrow(ProblemException::notFound);
        return store.lockAlone(DeviceCommand.class, command.id()).orElseThrow(ProblemException::notFound);
    }

    void remove(DeviceCommand command) {
        store.entityManager().remove(command);
    }

    /**
     * Deletes commands whose last moment was before this time: the delivery, or the expiry.
     *
     * @return how many were deleted; the maximum of a part means that there may be more
     */
    int removeBefore(Instant limit) {
        List<UUID> ids = store.entityManager()
                .createQuery(
                        "select c.id from DeviceCommand c where c.deliveredAt < :limit"
                                + " or c.deliveredAt is null and c.expiresAt < :limit",
                        UUID.class)
                .setParameter("limit", limit)
                .setMaxResults(PART)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : store.entityManager()
                        .createQuery("delete from DeviceCommand c where c.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
