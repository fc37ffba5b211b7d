/** A new customer as a whole: an organization, its first manager, and the manufacturers that may serve it. */
@NullMarked
package dev.muster.ejb.customer;

import org.jspecify.annotations.NullMarked;
