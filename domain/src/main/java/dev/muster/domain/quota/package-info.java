/** How much of the platform a tenant may use. */
@NullMarked
package dev.muster.domain.quota;

import org.jspecify.annotations.NullMarked;
