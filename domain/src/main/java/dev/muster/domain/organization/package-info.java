/** Organizations: the tenants that own devices. */
@NullMarked
package dev.muster.domain.organization;

import org.jspecify.annotations.NullMarked;
