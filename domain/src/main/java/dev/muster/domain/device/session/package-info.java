/** The connections that devices keep open. */
@NullMarked
package dev.muster.domain.device.session;

import org.jspecify.annotations.NullMarked;
