/** Devices and their data models. */
@NullMarked
package dev.muster.ejb.device;

import org.jspecify.annotations.NullMarked;
