/** Keeps which devices are connected, to which server. */
@NullMarked
package dev.muster.ejb.device.session;

import org.jspecify.annotations.NullMarked;
