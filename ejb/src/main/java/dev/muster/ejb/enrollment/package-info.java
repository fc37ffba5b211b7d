/** The use cases of an import: upload it, repair it, commit it, discard it. */
@NullMarked
package dev.muster.ejb.enrollment;

import org.jspecify.annotations.NullMarked;
