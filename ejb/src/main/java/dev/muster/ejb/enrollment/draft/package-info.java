/** Changes the rows of a draft, checks them against each other, and undoes changes. */
@NullMarked
package dev.muster.ejb.enrollment.draft;

import org.jspecify.annotations.NullMarked;
