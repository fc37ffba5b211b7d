/** Which organizations may enroll devices of a manufacturer. */
@NullMarked
package dev.muster.ejb.enrollment.allowlist;

import org.jspecify.annotations.NullMarked;
