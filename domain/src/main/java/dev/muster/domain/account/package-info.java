/** Users of the portal and of the API, their roles and their API tokens. */
@NullMarked
package dev.muster.domain.account;

import org.jspecify.annotations.NullMarked;
