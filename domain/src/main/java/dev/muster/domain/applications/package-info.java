/** Applications: groups of an organization's devices, each with a dashboard. */
@NullMarked
package dev.muster.domain.applications;

import org.jspecify.annotations.NullMarked;
