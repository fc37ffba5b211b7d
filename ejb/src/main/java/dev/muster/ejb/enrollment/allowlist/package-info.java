/** Which organizations may enroll devices of a manufacturer, and the notices that they get. */
@NullMarked
package dev.muster.ejb.enrollment.allowlist;

import org.jspecify.annotations.NullMarked;
