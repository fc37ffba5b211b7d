/** Imports as wholes: their steps from status to status, and who works on which of them. */
@NullMarked
package dev.muster.ejb.enrollment.batch;

import org.jspecify.annotations.NullMarked;
