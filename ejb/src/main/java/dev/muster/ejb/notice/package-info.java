/** Writes notices in the transaction of what they tell, and shows them to the organizations. */
@NullMarked
package dev.muster.ejb.notice;

import org.jspecify.annotations.NullMarked;
