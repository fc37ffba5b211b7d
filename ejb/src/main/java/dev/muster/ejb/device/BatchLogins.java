package dev.muster.ejb.device;

import dev.muster.domain.shared.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A batch of logins by token, with the credentials that the database has for them. Each is accepted or refused alone. */
public final class BatchLogins {

    private final Map<String, HeldCredential> held;
    private final Map<UUID, ModelVersion> models;
    private final Map<UUID, HeldCredential> used = new TreeMap<>();

    /**
     * @param held by access key
     * @param models the versions that count now, by id
     */
    BatchLogins(Map<String, HeldCredential> held, Map<UUID, ModelVersion> models) {
        this.held = held;
        this.models = models;
    }

    /** When the credentials were read, by the database's clock; empty if there are none. */
    public Optional<Instant> at() {
        return held.values().stream().findFirst().map(HeldCredential::at);
    }

    /** @throws ProblemException as {@link DeviceAuthentication#authenticate} */
    public BatchLogin authenticate(DeviceLogin.ByAccessKey login) {
        HeldCredential credential =
                DeviceAuthentication.requireRight(login, Optional.ofNullable(held.get(login.accessKey())));
        DeviceAuthentication.requireToCount(credential);
        AuthenticatedDevice device = credential.holder();
        if (credential.history().isUseToBeNoted(credential.at())) {
            used.put(device.id(), credential);
        }
        return new BatchLogin(device, device.modelId() == null ? null : models.get(device.modelId()));
    }

    /** The credentials whose use is to be noted, in one order for all batches, so that two of them do not deadlock. */
    List<HeldCredential> used() {
        return List.copyOf(used.values());
    }
}
