package dev.muster.ejb.device.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The name of this server among all servers, from its start to its end. */
@ApplicationScoped
class ThisServer {

    private final UUID id = UUID.randomUUID();

    UUID id() {
        return id;
    }
}
