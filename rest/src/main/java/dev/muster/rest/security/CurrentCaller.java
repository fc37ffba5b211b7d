package dev.muster.rest.security;

import dev.muster.domain.shared.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;

/** On whose behalf the request runs, once {@link BearerFilter} knows. */
@RequestScoped
public class CurrentCaller {

    private Caller caller;

    void set(Caller authenticated) {
        this.caller = authenticated;
    }

    /** @throws NullPointerException where the resource is not {@link Authenticated} */
    public Caller get() {
        return Objects.requireNonNull(caller, "the resource is not marked as authenticated");
    }
}
