/** The quotas of tenants: their limits, and what tenants use of them. */
@NullMarked
package dev.muster.ejb.quota;

import org.jspecify.annotations.NullMarked;
