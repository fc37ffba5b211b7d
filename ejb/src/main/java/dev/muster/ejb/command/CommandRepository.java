package dev.muster.ejb.command;

import dev.muster.domain.command.DeviceCommand;
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
import org.jspecify.annotations.Nullable;

/** Commands by their devices. */
@ApplicationScoped
class CommandRepository {

    private static final String QUEUED = "c.deliveredAt is null and c.expiresAt > :now";

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
