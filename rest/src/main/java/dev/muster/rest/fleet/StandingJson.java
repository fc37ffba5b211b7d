package dev.muster.rest.fleet;

import dev.muster.domain.provisioning.IdentifierStanding;
import dev.muster.domain.provisioning.IdentifierState;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * How far an identifier has come; never who holds it.
 *
 * @param uniqueIdentifier as it was asked for
 * @param since absent where it is not enrolled
 */
@JsonbPropertyOrder({"uniqueIdentifier", "state", "since"})
public record StandingJson(String uniqueIdentifier, IdentifierState state, Instant since) {

    static StandingJson of(IdentifierStanding standing) {
        return new StandingJson(standing.uniqueIdentifier(), standing.state(), standing.since());
    }
}
