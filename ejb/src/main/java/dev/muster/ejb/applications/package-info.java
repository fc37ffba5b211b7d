/** Keeps applications and their devices, and reads what their dashboards show. */
@NullMarked
package dev.muster.ejb.applications;

import org.jspecify.annotations.NullMarked;
