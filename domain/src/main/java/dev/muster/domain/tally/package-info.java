/** What is counted while it changes, so that a page need not count it. */
@NullMarked
package dev.muster.domain.tally;

import org.jspecify.annotations.NullMarked;
