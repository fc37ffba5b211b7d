/** Which organizations may enroll devices of a manufacturer, and why an enrollment is released. */
@NullMarked
package dev.muster.domain.enrollment.allowlist;

import org.jspecify.annotations.NullMarked;
