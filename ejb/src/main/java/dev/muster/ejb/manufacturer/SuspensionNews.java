package dev.muster.ejb.manufacturer;

import dev.muster.domain.manufacturer.Manufacturer;
import java.time.Instant;

/** Tells those whom it concerns when a manufacturer is suspended or resumed. */
public interface SuspensionNews {

    /**
     * Runs in the transaction of the change, after it.
     *
     * @param manufacturer as it is now, locked
     */
    void tell(Manufacturer manufacturer, Instant now);
}
