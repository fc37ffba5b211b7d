/** Telemetry: the messages that devices report. */
@NullMarked
package dev.muster.domain.telemetry;

import org.jspecify.annotations.NullMarked;
