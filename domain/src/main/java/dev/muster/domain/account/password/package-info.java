/** Which passwords are too easy to guess. */
@NullMarked
package dev.muster.domain.account.password;

import org.jspecify.annotations.NullMarked;
