package dev.muster.rest.security;

import dev.muster.domain.shared.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;

/** The portal user whose API token the request carries; {@link BearerFilter} sets it. */
@RequestScoped
public class ApiCaller {

    private Caller caller;

    void set(Caller authenticated) {
        this.caller = authenticated;
    }

    /** @throws NullPointerException if the resource is not {@link Authenticated} */
    public Caller get() {
        return Objects.requireNonNull(caller, "the resource is not marked as authenticated");
    }
}
