/** Security events and the texts of logs: one line for each event, which nobody outside can forge. */
@NullMarked
package dev.muster.domain.shared.event;

import org.jspecify.annotations.NullMarked;
