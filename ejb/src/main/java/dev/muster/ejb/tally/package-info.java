/** Keeps the numbers of the overview in the transactions that change them, and sums them up. */
@NullMarked
package dev.muster.ejb.tally;

import org.jspecify.annotations.NullMarked;
