/** Stores, searches and marks the rows of imports. */
@NullMarked
package dev.muster.ejb.enrollment.row;

import org.jspecify.annotations.NullMarked;
