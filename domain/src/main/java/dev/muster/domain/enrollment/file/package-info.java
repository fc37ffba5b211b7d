/** Reads an import file, finds its header, and writes reports and templates. */
@NullMarked
package dev.muster.domain.enrollment.file;

import org.jspecify.annotations.NullMarked;
