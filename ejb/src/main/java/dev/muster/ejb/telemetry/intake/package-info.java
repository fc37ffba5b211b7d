/** Takes what devices report, by every protocol: many messages share one transaction. */
@NullMarked
package dev.muster.ejb.telemetry.intake;

import org.jspecify.annotations.NullMarked;
