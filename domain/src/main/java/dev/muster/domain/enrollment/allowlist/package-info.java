/** Which organizations may enroll devices of a manufacturer, and what they are told when an enrollment is released. */
@NullMarked
package dev.muster.domain.enrollment.allowlist;

import org.jspecify.annotations.NullMarked;
