/** How long a login has to wait after wrong passwords. */
@NullMarked
package dev.muster.domain.account.throttle;

import org.jspecify.annotations.NullMarked;
