/** Streams a file into rows, for a few organizations at a time. */
@NullMarked
package dev.muster.ejb.enrollment.upload;

import org.jspecify.annotations.NullMarked;
